import {
  Belongs,
  Invited,
  Leaf,
  Limits,
  Person,
  PersonId,
  Position,
  Reading,
  Reason,
  Ref,
  RoomId,
  Settled,
  SideLeaf,
} from '../message/message';
import { Act } from './acts';
import { Amendment } from './amend';
import { Drafts } from './drafts';
import { NO_NOTES, Notes } from './notes';
import { Peeks } from './peeks';
import { keyOf, Place, Topic } from './place';

/** Something said, as it is held and as it is now: (room, seq) once, in order. */
export interface Entry {
  readonly seq: number;
  readonly sender: PersonId;
  /** Empty where it was deleted. */
  readonly content: string;
  readonly at: string;
  readonly ref?: Ref;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly edited?: true;
  readonly deleted?: true;
  readonly pinned?: true;
  /** Who is named in it. */
  readonly mentions?: readonly PersonId[];
  /** It names everyone in the room. */
  readonly here?: true;
  /** The reactions that stand, in the order in which they came. */
  readonly reactions?: readonly Reaction[];
  /** How many replies it has, … */
  readonly replies?: number;
  /** … and when the last one was said. */
  readonly repliedAt?: string;
  /** Of a message from a page: the last entry that it is known to have been changed by. */
  readonly asOf?: number;
}

/** One sort of reaction, and whose. */
export interface Reaction {
  readonly emoji: string;
  readonly people: readonly PersonId[];
  /** How many more there are whom the server did not name. */
  readonly unnamed?: number;
}

/** Something that happened to the room itself: who is in it, or what is set of it. */
export type Happening = Settled | Belongs;

/** Somebody came or went. Not stored by the server; shown after the entry it was heard after. */
export interface Notice {
  readonly id: number;
  readonly after: number;
  readonly person: PersonId;
  readonly came: boolean;
  readonly at: string;
}

/** Something that somebody else has said, and that is no reply. */
export interface News {
  readonly seq: number;
  /** It names this person, or everyone. */
  readonly toMe: boolean;
}

/** A room as this client holds it. */
export interface Room {
  readonly id: RoomId;
  readonly kind: string;
  readonly name?: Place;
  readonly title?: string;
  readonly topic?: string;
  readonly owner?: PersonId;
  readonly archived?: boolean;
  readonly people: readonly PersonId[];
  /** How far it has been heard; nothing yet until the server answers. */
  readonly position?: Position;
  /** The last seq that the server told of when it was asked. */
  readonly end: number;
  /** The seq behind which the tail is held: what lies before it is read by pages. */
  readonly from: number;
  /** The held tail, at most `HELD` entries, each seq the one before plus one or more (unknown kinds are not held). */
  readonly entries: readonly Entry[];
  readonly notices: readonly Notice[];
  /** What happened to the room within the tail, in order. */
  readonly happenings: readonly Happening[];
  /** What was read of what lies before the tail. */
  readonly past?: Past;
  /** What is read beside it. */
  readonly side?: Side;
  /** The page that is being asked for. */
  readonly asking?: Asking;
  /** Where somebody was led in what is shown. */
  readonly spot?: Spot;
  /** How many are here, … */
  readonly count: number;
  /** … and who of them is known to be. */
  readonly here: readonly PersonId[];
  /** Who is writing just now; nobody is named where they are several. */
  readonly typing?: { readonly people: readonly PersonId[]; readonly several?: true };
  /** How far this person has read it: as the server told, or beyond that, where it was not told yet. */
  readonly seen: number;
  /** What the server has counted as unread; nothing until it has. */
  readonly reading?: Reading;
  /** What others have said since, oldest first. */
  readonly news: readonly News[];
  /** How far threads were read here, by their first messages. */
  readonly readThreads: ReadonlyMap<number, number>;
  /** Something that the server has counted may have changed: it is to be asked again. */
  readonly stale?: true;
  /** It is as this browser remembered it, and the server has not counted yet what is unread. */
  readonly isRecalled?: true;
  /** Entries are missing before one that came, and whether the server was asked for them. */
  readonly hole?: 'noticed' | 'asked';
}

/** Most entries held of a room's tail: older ones are let go; of all rooms together see `thrifty`. */
export const HELD = 1_000;

/** One stretch of a room's history, as pages told it. */
export interface Past {
  readonly entries: readonly Entry[];
  readonly happenings: readonly Happening[];
  /** What comes before it lies before this seq; nothing does, if it begins with the room's first. */
  readonly before?: number;
  /** Where it doesn't reach the tail: what comes next lies behind this seq. */
  readonly after?: number;
}

/** What is read beside a room: what its tail holds of a topic, and what pages told of what lies before. */
export interface Side {
  readonly of: Topic;
  /** What pages told, or the tail let go, in order. */
  readonly entries: readonly Entry[];
  /** The message that a thread begins with, where it is known by itself. */
  readonly first?: Entry;
  /** There is no such message. */
  readonly isLost?: true;
  /** What comes before it lies before this seq; nothing does, if it is there as a whole. */
  readonly before?: number;
  /** Whether a page was read. */
  readonly isRead?: true;
  /** The page that is being asked for. */
  readonly asking?: Asking<SideLeaf>;
  /** The message that a link led to. */
  readonly spot?: Spot;
}

/** A place in a room's history that a link or a date led to, or where the thread begins of a reply that a link led to. */
export interface Spot {
  readonly seq: number;
  readonly by: 'link' | 'date' | 'reply';
}

/** What is asked of a room's history. */
export interface Asking<L = Leaf> {
  readonly ref: Ref;
  readonly leaf: L;
  /** Whether it was sent on the connection that stands. */
  readonly isSent: boolean;
  /** What was heard since, which the page may not know of. */
  readonly heard: readonly Amendment[];
  /** Why the server did not tell it. */
  readonly refusal?: Reason;
}

/** What became of something that was said here. */
export type Stage =
  /** Not in the keeping of the browser yet: gone if the page goes now. */
  | { readonly is: 'new' }
  /** To be sent as soon as it can be. */
  | { readonly is: 'waiting' }
  /** Another tab of the same person sees to it. */
  | { readonly is: 'elsewhere' }
  /** Sent, and not answered yet. */
  | { readonly is: 'sent' }
  /** Refused for now: to be sent again after so many milliseconds. */
  | { readonly is: 'held'; readonly ms: number }
  /** Stored as this entry, which has not come yet. */
  | { readonly is: 'stored'; readonly room: RoomId; readonly seq: number }
  /** Refused behind this seq: only a person may send it again. */
  | ({ readonly is: 'refused'; readonly after?: number } & Reason);

/** Something said here that has not come back yet. */
export interface Outgoing {
  readonly ref: Ref;
  readonly place: Place;
  readonly content: string;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly at: string;
  readonly stage: Stage;
}

/** A room that this client asked to join. */
export interface Joining {
  readonly place: Place;
  readonly ref: Ref;
  readonly refusal?: Reason;
}

/** What a person has to be told, and belongs to nothing on the screen. */
export type Complaint =
  /** The server refused something. */
  | ({ readonly is: 'refused' } & Reason)
  /** The person was taken out of this room. */
  | { readonly is: 'removed'; readonly room: Room }
  /** The message that a link led to is not in its room, or not any more. */
  | { readonly is: 'lost' | 'deleted' }
  /** Something takes a connection, and there is none. */
  | { readonly is: 'offline' }
  /** The guest that one was is forgotten: one has this name now, and can't have the old one. */
  | { readonly is: 'renamed'; readonly name: string; readonly why: Reason };

/** Everything that the client knows. Immutable. */
export interface State {
  readonly me?: Person;
  readonly limits: Limits;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly rooms: ReadonlyMap<RoomId, Room>;
  readonly joining: readonly Joining[];
  /** Rooms that one may join. */
  readonly invitations: readonly Invited[];
  /** In the order in which it was said, in whichever tab. */
  readonly outbox: readonly Outgoing[];
  /** What the person's clients keep for all of their devices. */
  readonly notes: Notes;
  /** What was written here and is not said yet. */
  readonly drafts: Drafts;
  /** What was done to messages, in order, and has not come back yet. */
  readonly acts: readonly Act[];
  /** What was read for excerpts. */
  readonly peeks: Peeks;
  /** A refusal that belongs to nothing on the screen. */
  readonly complaint?: Complaint;
}

export const EMPTY: State = {
  limits: { content: 0, frame: 0, rate: 0, burst: 0, rooms: 0, presence: 0 },
  people: new Map(),
  rooms: new Map(),
  joining: [],
  invitations: [],
  outbox: [],
  notes: NO_NOTES,
  drafts: new Map(),
  acts: [],
  peeks: new Map(),
};

/** The person at the other end of a conversation of two; oneself where one talks to oneself. */
export function otherOf(state: State, room: Room): PersonId | undefined {
  return room.people.find((id) => id !== state.me?.id) ?? room.people[0];
}

/** The name of the place that a room is, if it is known; a private room's and a group's is their id. */
export function placeOfRoom(state: State, room: Room): Place | undefined {
  if (room.name) {
    return room.name;
  }
  if (room.kind !== 'direct') {
    return room.id as Place;
  }
  const other = state.people.get(otherOf(state, room) ?? '');
  return other && `@${other.name}`;
}

/** The room at a place, if there is one: each can be found by its id, too. */
export function roomAt(state: State, place: Place): Room | undefined {
  const key = keyOf(place);
  const named = state.rooms.get(place);
  if (named) {
    return named;
  }
  for (const room of state.rooms.values()) {
    const at = placeOfRoom(state, room);
    if (at && keyOf(at) === key) {
      return room;
    }
  }
  return undefined;
}

/** The place that a link to a room's messages names: a conversation has another name for everyone in it, so that is its id. */
export function lastingPlaceOf({ id, name }: Room): Place {
  return name ?? (id as Place);
}

/** Who else a conversation is of, as far as they are known. */
export function othersIn(state: State, { people }: Room): readonly (Person | undefined)[] {
  return people.filter((id) => id !== state.me?.id).map((id) => state.people.get(id));
}

/** The complaint has been read. */
export function heeded(state: State): State {
  const rest: { -readonly [K in keyof State]: State[K] } = { ...state };
  delete rest.complaint;
  return rest;
}
