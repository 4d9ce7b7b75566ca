import { Limits, NotesPosition, Person, PersonId, Position, RoomId } from '../message/message';
import { forgotten } from '../state/past';
import { concerned } from '../state/strangers';
import { Room, State } from '../state/state';

/** Rooms of which a browser keeps messages: those in which something was said last. */
export const MOST_ROOMS = 50;
/** Messages and happenings of a room, … */
export const MOST_ENTRIES = 100;
/** … and their characters: fifty full rooms are some 8 MB. */
export const MOST_CHARACTERS = 80_000;

/** What is kept of a room as it is held. */
const TRAITS = [
  'id',
  'kind',
  'name',
  'title',
  'topic',
  'owner',
  'archived',
  'people',
  'from',
  'entries',
  'happenings',
  'seen',
  'reading',
  'news',
  'stale',
] as const;

/** A room as a browser keeps it: its newest messages as they were at its position, and how far it was read. */
export type RoomCopy = Pick<Room, (typeof TRAITS)[number]> & { readonly position: Position };

/** What a browser keeps beside the rooms: who the person and the others are, and the person's notes. */
export interface SelfCopy {
  readonly me: Person;
  readonly limits: Limits;
  readonly people: readonly Person[];
  readonly notes:
    { readonly position: NotesPosition; readonly values: readonly (readonly [string, string])[] } | undefined;
}

/** All that a browser keeps of one person's rooms. */
export interface Kept {
  readonly self: SelfCopy;
  readonly rooms: readonly RoomCopy[];
}

/** The room as it is kept; nothing of one that has not been heard yet. */
export function copyOf(room: Room): RoomCopy | undefined {
  const { position } = room;
  return position && { ...pick(trimmed(room)), position };
}

/** Whether the same is kept of both. */
export function isKeptAlike(a: Room, b: Room | undefined): boolean {
  return a.position === b?.position && TRAITS.every((trait) => a[trait] === b?.[trait]);
}

/** The rooms that are kept: that where somebody is, and those in which something was said last. */
export function worthKeeping(rooms: Iterable<Room>, here: RoomId | undefined): readonly Room[] {
  const rank = (room: Room) => (room.id === here ? '~' : (room.entries.at(-1)?.at ?? room.happenings.at(-1)?.at ?? ''));
  return [...rooms]
    .filter(({ position }) => position)
    .map((room) => ({ room, rank: rank(room) }))
    .sort((a, b) => (a.rank < b.rank ? 1 : a.rank > b.rank ? -1 : 0))
    .slice(0, MOST_ROOMS)
    .map(({ room }) => room);
}

/** What is kept beside these rooms. */
export function selfOf({ me, limits, people, notes }: State, rooms: readonly Room[]): SelfCopy | undefined {
  const ids = new Set(rooms.flatMap(concerned));
  return (
    me && {
      me,
      limits,
      people: [...ids].flatMap((id: PersonId) => people.get(id) ?? []),
      notes: notes.position && { position: notes.position, values: [...notes.values] },
    }
  );
}

/** Whether this copy of a room takes the place of the one that lies there, which another tab may have made. */
export function isNewer(
  copy: RoomCopy,
  lying: RoomCopy | undefined,
  { isReady, isAfresh }: { readonly isReady: boolean; readonly isAfresh: boolean },
): boolean {
  return lying ? isAfresh || copy.position.seq >= lying.position.seq : isReady;
}

/** What a client knows that has not heard anything yet, with what was kept. */
export function recalled(state: State, { self, rooms }: Kept): State {
  return {
    ...state,
    limits: self.limits,
    people: new Map([...self.people.map((person) => [person.id, person] as const), ...state.people]),
    rooms: new Map(rooms.map((copy) => [copy.id, roomOf(copy)])),
    notes: self.notes
      ? { ...state.notes, position: self.notes.position, values: new Map(self.notes.values) }
      : state.notes,
  };
}

/** Until the server counts, it is only remembered. */
function roomOf(copy: RoomCopy): Room {
  return { ...copy, end: copy.position.seq, notices: [], count: 0, here: [], readThreads: new Map(), isRecalled: true };
}

function pick(room: Room): Pick<Room, (typeof TRAITS)[number]> {
  const entries = TRAITS.flatMap((trait) => (room[trait] === undefined ? [] : [[trait, room[trait]] as const]));
  return Object.fromEntries(entries) as unknown as Pick<Room, (typeof TRAITS)[number]>;
}

/** The room without what was read back, and with its newest entries only. */
function trimmed(room: Room): Room {
  const { from, entries, happenings, ...rest } = forgotten(room);
  const cut = Math.max(from, cutOf(room));
  return {
    ...rest,
    from: cut,
    entries: entries.filter(({ seq }) => seq > cut),
    happenings: happenings.filter(({ seq }) => seq > cut),
  };
}

/** The seq of the newest entry that is not kept. */
function cutOf({ entries, happenings }: Room): number {
  const newest = [...entries.slice(-MOST_ENTRIES - 1), ...happenings.slice(-MOST_ENTRIES - 1)].sort(
    (a, b) => b.seq - a.seq,
  );
  let characters = 0;
  const first = newest.find((one, i) => {
    characters += 'content' in one ? one.content.length : 0;
    return i >= MOST_ENTRIES || characters > MOST_CHARACTERS;
  });
  return first?.seq ?? 0;
}
