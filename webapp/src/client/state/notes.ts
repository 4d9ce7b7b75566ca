import { Noted, NotesPosition } from '../message/message';

/** What this person's clients keep for all of their devices, as far as the server has told. */
export interface Notes {
  /** Nothing yet until the server has told something. */
  readonly position?: NotesPosition;
  readonly values: ReadonlyMap<string, string>;
}

export const NO_NOTES: Notes = { values: new Map() };

/** The notes once this was heard. What follows on a version that is not held yet waits for what lies between. */
export function noted(held: Notes, { after, version, mark, notes }: Noted): Notes {
  if (after !== undefined && after > (held.position?.version ?? 0)) {
    return held;
  }
  const values = new Map(after === undefined ? [] : held.values);
  for (const { key, value } of notes) {
    if (value === undefined) {
      values.delete(key);
    } else {
      values.set(key, value);
    }
  }
  return { position: { version, mark }, values };
}
