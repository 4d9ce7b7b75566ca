import { keyOf, Place } from 'parley-client/state/place';

/** The places where somebody was, by their keys, the last one first. */
export type Trail = readonly string[];

/** Under this name a browser keeps where somebody was lately. */
export const TRAIL = 'trail';

/** So many places are remembered. */
const LONGEST = 20;

/** The trail of somebody who has come to this place. */
export function arrived(trail: Trail, place: Place): Trail {
  const key = keyOf(place);
  return trail[0] === key ? trail : [key, ...trail.filter((other) => other !== key)].slice(0, LONGEST);
}

/** A trail that was kept, if it is one. */
export function trailOf(kept: unknown): Trail {
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string').slice(0, LONGEST) : [];
}
