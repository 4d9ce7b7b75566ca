import { isSame, keyOf, nameTyped, Place } from 'parley-client/state/place';
import { Door } from './doors';
import { distance, Searchable, searchable, WAYS } from '../match/matching';
import { isConversation } from './sections';
import { Trail } from './trail';

/** A door that may be looked for. */
export interface Goal {
  readonly door: Door;
  readonly name: Searchable;
}

/** So many finds are shown. */
export const SHOWN = 30;

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]{0,39}$/u;

/** The doors in the order in which they are wanted: who calls for one, where one was lately, what is new, all the others. */
export function goalsOf(doors: readonly Door[], trail: Trail): readonly Goal[] {
  const steps = new Map(trail.map((key, i) => [key, i]));
  const goals = doors.map((door) => ({ door, name: searchable(door.label), rank: rankOf(door, steps) }));
  return goals.sort((a, b) => a.rank - b.rank);
}

function rankOf(door: Door, steps: ReadonlyMap<string, number>): number {
  const step = steps.get(keyOf(door.place));
  if (door.isCurrent) {
    return steps.size + 2;
  }
  if (door.badge > 0 && (door.mentions > 0 || isConversation(door))) {
    return -1;
  }
  return step ?? (door.badge > 0 ? steps.size : steps.size + 1);
}

/**
 * The doors that may be meant, the nearest first: with `#` only rooms, with `@` only people. Each goal is looked at once,
 * and nothing is sorted: their order is that of the goals.
 */
export function found(goals: readonly Goal[], typed: string): readonly Door[] {
  const sigil = /^[#@]/.exec(typed.trim())?.[0];
  const asked = searchable(nameTyped(typed));
  const near: Door[][] = Array.from({ length: WAYS }, () => []);
  for (const { door, name } of goals) {
    const isAsked = !sigil || (sigil === '@') === isConversation(door);
    const way = isAsked ? (asked.whole ? distance(asked, name) : 0) : undefined;
    if (way !== undefined) {
      near[way]?.push(door);
    }
  }
  return near.flat().slice(0, SHOWN);
}

/** The places that would be opened by what was typed, where nobody knows them yet; with no sign of a kind, if nothing else was found. */
export function unknown(goals: readonly Goal[], typed: string, finds: readonly Door[]): readonly Place[] {
  const name = nameTyped(typed);
  if (!NAME.test(name)) {
    return [];
  }
  const sigil = /^[#@]/.exec(typed.trim())?.[0];
  const places: readonly Place[] = sigil
    ? [sigil === '#' ? `#${name}` : `@${name}`]
    : finds.length
      ? []
      : [`#${name}`, `@${name}`];
  return places.filter((place) => !goals.some(({ door }) => isSame(door.place, place)));
}
