import { Person, RoomId } from 'parley-client/message/message';
import { draftIn } from 'parley-client/state/drafts';
import { keyOf, LOBBY, Place } from 'parley-client/state/place';
import { mentions, unread } from 'parley-client/state/reading';
import { otherOf, othersIn, placeOfRoom, Room, roomAt, State } from 'parley-client/state/state';
import { unreadThreads } from 'parley-client/state/threads';
import { Preference, Preferences, preferencesOf, usual } from './preferences';
import { enumerated, Words } from '../words/words';

/** A place to go to. */
export interface Door {
  readonly place: Place;
  /** The room behind it, if there is one yet. */
  readonly room?: RoomId;
  /** What stands on it, besides the sign of its kind. */
  readonly label: string;
  readonly kind: 'room' | 'private' | 'group' | 'person';
  readonly link: string;
  readonly isCurrent: boolean;
  /** Messages of others that were not read, and replies in threads that one follows. */
  readonly unread: number;
  /** How many of them name this person, or everyone. */
  readonly mentions: number;
  /** How many of them are to be seen to: where it is muted, those that name this person. */
  readonly badge: number;
  readonly preferences: Preferences;
  /** Whether something said there was refused. */
  readonly isStuck: boolean;
  /** Whether something is begun there, and one is elsewhere. */
  readonly hasDraft: boolean;
  /** The person of a conversation, as far as they are known, … */
  readonly person?: Person | undefined;
  /** … and whether they are here now. */
  readonly isHere: boolean;
}

/** What somebody wants of a door. */
export type DoorWish = Preference | 'read' | 'leave';

/** The places that one knows, where something is unsent or begun, and the one where one is: the lobby first, then by name. */
export function doorsOf(state: State, current: Place, linkTo: (place: Place) => string, words: Words): readonly Door[] {
  const here = new Set(roomAt(state, LOBBY)?.here ?? []);
  const stuck = new Set(state.outbox.filter(({ stage }) => stage.is === 'refused').map(({ place }) => keyOf(place)));
  const doors = new Map<string, Door>();
  const isBegun = (place: Place, room?: Room) =>
    keyOf(place) !== keyOf(current) && draftIn(state, place, room).trim() !== '';
  const add = (place: Place, person: Door['person'], more: Partial<Door> = {}) => {
    const key = keyOf(place);
    doors.set(key, {
      ...doorTo(place, linkTo, words),
      isCurrent: key === keyOf(current),
      isStuck: stuck.has(key),
      hasDraft: isBegun(place),
      person,
      isHere: !!person && here.has(person.id),
      ...more,
    });
  };
  for (const room of state.rooms.values()) {
    const place = placeOfRoom(state, room);
    if (place) {
      add(place, room.kind === 'direct' ? state.people.get(otherOf(state, room) ?? '') : undefined, {
        label: labelOf(state, room, place, words),
        kind: kindOf(room),
        ...newsOf(state, room),
        hasDraft: isBegun(place, room),
      });
    }
  }
  for (const place of [current, ...state.outbox.map((outgoing) => outgoing.place), ...begunAt(state)]) {
    if (!doors.has(keyOf(place))) {
      add(
        place,
        [...state.people.values()].find(({ name }) => keyOf(`@${name}`) === keyOf(place)),
      );
    }
  }
  const rank = (door: Door) => Number(keyOf(door.place) !== LOBBY);
  return [...doors.values()].sort(
    (a, b) => rank(a) - rank(b) || words.compare(a.label, b.label) || words.compare(a.place, b.place),
  );
}

/** The people to whom something is begun, perhaps before there is a conversation. */
function begunAt({ drafts }: State): readonly Place[] {
  return [...drafts.values()]
    .filter(({ place, text }) => place.startsWith('@') && text.trim())
    .map(({ place }) => place);
}

/** The doors to all people whom one knows of and has not talked to yet, by name. */
export function doorsToPeople(
  { me, people, rooms }: State,
  doors: readonly Door[],
  linkTo: (place: Place) => string,
  words: Words,
): readonly Door[] {
  const known = new Set(doors.map(({ place }) => keyOf(place)));
  const here = new Set([...rooms.values()].flatMap((room) => room.here));
  return [...people.values()]
    .filter(({ id, name }) => id !== me?.id && !known.has(keyOf(`@${name}`)))
    .map((person) => ({ ...doorTo(`@${person.name}`, linkTo, words), person, isHere: here.has(person.id) }))
    .sort((a, b) => words.compare(a.label, b.label));
}

/** The door to a place of which nothing more is known. */
export function doorTo(place: Place, linkTo: (place: Place) => string, { common }: Words): Door {
  return {
    place,
    label: place.startsWith('r_') ? common.privateRoom : place.slice(1),
    kind: place.startsWith('#') ? 'room' : place.startsWith('@') ? 'person' : 'private',
    link: linkTo(place),
    isCurrent: false,
    unread: 0,
    mentions: 0,
    badge: 0,
    preferences: usual(place.startsWith('@') ? 'direct' : 'public'),
    isStuck: false,
    hasDraft: false,
    isHere: false,
  };
}

function newsOf(state: State, room: Room): Partial<Door> {
  const replies = unreadThreads(room).reduce((sum, thread) => sum + thread.unread, 0);
  const [all, toMe, preferences] = [unread(room) + replies, mentions(room), preferencesOf(state.notes, room)];
  return {
    room: room.id,
    unread: all,
    mentions: toMe,
    badge: preferences.isMuted ? toMe : all,
    preferences,
  };
}

function kindOf({ kind }: Room): Door['kind'] {
  return kind === 'direct' ? 'person' : kind === 'group' || kind === 'private' ? kind : 'room';
}

/** A room is found by its name; its title only where it has none. */
function labelOf(state: State, room: Room, place: Place, words: Words): string {
  const title = room.name ? undefined : titleOf(state, room, words);
  return title ?? doorTo(place, () => '', words).label;
}

/** What a room is called: its title, or who a group is of. Nothing, where the place says it all. */
export function titleOf(state: State, room: Room, words: Words): string | undefined {
  if (room.title ?? room.kind !== 'group') {
    return room.title;
  }
  const names = othersIn(state, room).map((person) => person?.name ?? words.common.somebody);
  return enumerated(names.sort(words.compare), 0, words);
}
