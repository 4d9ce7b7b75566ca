import { Noted, NotesPosition } from '../message/message';

/** What this person's clients keep for all of their devices. */
export interface Notes {
  /** How far the server has told; nothing yet until it has told something. */
  readonly position?: NotesPosition;
  /** As the server has told them. */
  readonly values: ReadonlyMap<string, string>;
  /** What was written here and has not been told back, the last of each key. */
  readonly written: ReadonlyMap<string, Written>;
}

/** A note as it was written here; without a value, it is to be gone. */
export interface Written {
  readonly value?: string;
  /** Whether it was sent on the connection that stands. */
  readonly isSent: boolean;
}

export const NO_NOTES: Notes = { values: new Map(), written: new Map() };

/** What a note says: as it was written here, or else as the server has told it. */
export function noteAt({ values, written }: Notes, key: string): string | undefined {
  const here = written.get(key);
  return here ? here.value : values.get(key);
}

/** The notes once this was written. */
export function noteWritten(notes: Notes, key: string, value?: string): Notes {
  return noteAt(notes, key) === value
    ? notes
    : withWritten(notes, [...notes.written, [key, { ...(value === undefined ? {} : { value }), isSent: false }]]);
}

/** The notes once all that was written has been sent. */
export function notesSent(notes: Notes): Notes {
  return withWritten(
    notes,
    [...notes.written].map(([key, one]) => [key, { ...one, isSent: true }]),
  );
}

/** The notes once the connection is gone: what is not told yet is to be sent again. What changes nothing never is. */
export function notesUnsent(notes: Notes): Notes {
  return withWritten(
    notes,
    [...notes.written]
      .filter(([key, { value }]) => notes.values.get(key) !== value)
      .map(([key, one]) => [key, { ...one, isSent: false }]),
  );
}

/** The notes once the server has refused what it was sent. */
export function notesRefused(notes: Notes): Notes {
  return withWritten(
    notes,
    [...notes.written].filter(([, { isSent }]) => !isSent),
  );
}

/**
 * The notes once this was heard. What follows on a version that is not held yet waits for what lies between. Where
 * something was sent, what is told of it now is that, or what is stored just before or after it: the server has the last word.
 */
export function noted(held: Notes, { after, version, mark, notes }: Noted): Notes {
  if (after !== undefined && after > (held.position?.version ?? 0)) {
    return held;
  }
  const values = new Map(after === undefined ? [] : held.values);
  const written = new Map(held.written);
  for (const { key, value } of notes) {
    if (value === undefined) {
      values.delete(key);
    } else {
      values.set(key, value);
    }
    if (written.get(key)?.isSent) {
      written.delete(key);
    }
  }
  return { position: { version, mark }, values, written };
}

function withWritten(notes: Notes, written: readonly (readonly [string, Written])[]): Notes {
  return { ...notes, written: new Map(written) };
}
