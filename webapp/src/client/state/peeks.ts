import { AnyEntry, Page, RoomId } from '../message/message';
import { amended, held } from './amend';
import { Entry } from './state';

/** Messages that were read for an excerpt, each by room and seq, and as they are now. */
export type Peeks = ReadonlyMap<string, Entry>;

/** A message that was read for an excerpt, if it was. */
export function peekAt(peeks: Peeks, room: RoomId, seq: number): Entry | undefined {
  return peeks.get(keyOf(room, seq));
}

/** What was read of a room, in order. */
export function peeksOf(peeks: Peeks, room: RoomId): readonly Entry[] {
  return [...peeks].flatMap(([key, entry]) => (key.startsWith(`${room} `) ? entry : [])).sort((a, b) => a.seq - b.seq);
}

/** The excerpts, once this page was read for one. */
export function peeked(peeks: Peeks, { recipient, entries, asOf }: Page): Peeks {
  return new Map([
    ...peeks,
    ...entries.flatMap((entry) =>
      entry.type === 'message' ? [[keyOf(recipient, entry.seq), { ...held(entry), asOf }] as const] : [],
    ),
  ]);
}

/** The excerpts, once this was heard. */
export function amendedPeeks(peeks: Peeks, by: AnyEntry): Peeks {
  if (by.type !== 'edit' && by.type !== 'delete') {
    return peeks;
  }
  const key = keyOf(by.recipient, by.target);
  const [entry] = amended(
    [peeks.get(key)].flatMap((one) => one ?? []),
    by,
  );
  return entry ? new Map(peeks).set(key, entry) : peeks;
}

function keyOf(room: RoomId, seq: number): string {
  return `${room} ${seq}`;
}
