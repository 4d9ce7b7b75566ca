/**
 * What goes over the socket, as docs/protocol.md says. Server and client use the same words; times are RFC 3339 texts,
 * durations milliseconds.
 */

/** `p_…`, a person's for ever. */
export type PersonId = string;
/** `r_…`, a room's for ever. */
export type RoomId = string;
/** 1–64 of `A–Z a–z 0–9 - _ . : ~`, chosen by the sender of one frame. */
export type Ref = string;

/** Somebody who talks. A guest only chose the name; the container knows the others. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly guest: boolean;
}

/** How far a room has been heard: the last seq, and the mark that proves which history it ends. */
export interface Position {
  readonly seq: number;
  readonly mark: string;
}

/** A room as the server tells of it: where it ends now, what it is called, and who a conversation or group is of. */
export interface RoomInfo extends Position {
  readonly id: RoomId;
  readonly kind: string;
  readonly name?: string;
  readonly title?: string;
  readonly topic?: string;
  readonly people?: readonly PersonId[];
  readonly owner?: PersonId;
  readonly archived?: boolean;
}

/** A room that one may join, and who asks one to. */
export interface Invited {
  readonly room: RoomInfo;
  readonly by: PersonId;
}

/** The server's bounds; 0 means that there is none. */
export interface Limits {
  /** Code points a message. */
  readonly content: number;
  /** Bytes a frame. */
  readonly frame: number;
  /** Messages a second, … */
  readonly rate: number;
  /** … of which so many may come at once. */
  readonly burst: number;
  /** Rooms joined at a time. */
  readonly rooms: number;
  /** People up to which a room's presence names everyone. */
  readonly presence: number;
}

export interface Welcome {
  readonly type: 'welcome';
  readonly version: string;
  readonly connection: string;
  readonly person: Person;
  readonly limits: Limits;
  readonly heartbeat: { readonly ping: number; readonly dead: number };
  readonly people: readonly Person[];
  readonly rooms: readonly RoomInfo[];
  readonly invitations: readonly Invited[];
}

/** Forget what you hold of the room: the log's tail follows, from `seq` + 1 to `room.seq`. */
export interface Reset extends Position {
  readonly type: 'reset';
  readonly recipient: RoomId;
  readonly room: RoomInfo;
  readonly first: number;
}

/** What every entry has: it is stored under (recipient, seq). A plain client's has no ref. */
interface Stamped extends Position {
  readonly recipient: RoomId;
  readonly sender: PersonId;
  readonly at: string;
  readonly ref?: Ref;
}

/** Something said, as it is now; without a content where it was deleted. */
export interface Said extends Stamped {
  readonly type: 'message';
  readonly content?: string;
  readonly mentions?: readonly PersonId[];
  /** The text names everyone in the room. */
  readonly here?: true;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly edited?: true;
  readonly deleted?: true;
}

/** A message has another text; without a content where a later edit or a delete has superseded it. */
export interface Edited extends Stamped {
  readonly type: 'edit';
  readonly target: number;
  readonly content?: string;
  readonly mentions?: readonly PersonId[];
  readonly here?: true;
}

/** A message is gone. */
export interface Deleted extends Stamped {
  readonly type: 'delete';
  readonly target: number;
  readonly author: PersonId;
  readonly thread?: number;
}

/** The sender's reaction to a message stands, or not. */
export interface Reacted extends Stamped {
  readonly type: 'reaction';
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
}

/** A message is pinned, or not. */
export interface Pinned extends Stamped {
  readonly type: 'pin';
  readonly target: number;
  readonly on: boolean;
}

/** These of a room's settings were set. */
export interface Settled extends Stamped {
  readonly type: 'settings';
  readonly title?: string;
  readonly topic?: string;
  readonly archived?: boolean;
}

/** This happened to a person's place in the room. */
export interface Belongs extends Stamped {
  readonly type: 'membership';
  readonly person: PersonId;
  readonly change: string;
}

/** An entry of a kind that this client does not know: it is not shown, and counts in its room's sequence. */
export interface UnknownEntry extends Position {
  readonly type: 'unknown';
  readonly recipient: RoomId;
}

/** Whatever has a number in a room's sequence. */
export type AnyEntry = Said | Edited | Deleted | Reacted | Pinned | Settled | Belongs | UnknownEntry;

/** All invitations that are open, and who those are that ask. */
export interface Invitations {
  readonly type: 'invitations';
  readonly people: readonly Person[];
  readonly invitations: readonly Invited[];
}

/** The answer to a ref that had been stored before. */
export interface Stored {
  readonly type: 'stored';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly seq: number;
  readonly at: string;
}

/** One sort of reaction to a message of a page, and the first of those whose it is. */
export interface Reactions {
  readonly target: number;
  readonly emoji: string;
  readonly count: number;
  readonly people: readonly PersonId[];
  /** Whether one is among all of them. */
  readonly mine?: true;
}

/** How many replies a message of a page has, the last one's seq, and when one was said last that is not deleted. */
export interface Replies {
  readonly thread: number;
  readonly count: number;
  readonly last: number;
  readonly at?: string;
}

/** A page of a room's history, without replies, and all of it as it was after the entry `asOf`. */
export interface Page {
  readonly type: 'page';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly asOf: number;
  readonly entries: readonly AnyEntry[];
  readonly reactions: readonly Reactions[];
  readonly replies: readonly Replies[];
  /** The messages of it that are pinned. */
  readonly pins: readonly number[];
  /** Where there is more before the first entry: its seq, … */
  readonly before?: number;
  /** … and after the last one. */
  readonly after?: number;
}

/** A public room that there is, and how many are in it; that is everyone, where no number is told. */
export interface Listed {
  readonly room: RoomInfo;
  readonly members?: number;
}

/** Public rooms, by name, and whether there are others after them. */
export interface RoomList {
  readonly type: 'rooms';
  readonly ref: Ref;
  readonly rooms: readonly Listed[];
  readonly more?: true;
}

/** Who is in a room and who is invited to it, by id; where there are others, those after `after`. */
export interface Members {
  readonly type: 'members';
  readonly ref: Ref;
  readonly recipient: RoomId;
  /** How many members there are, all in all. */
  readonly count: number;
  readonly members: readonly PersonId[];
  readonly invited: readonly PersonId[];
  readonly after?: PersonId;
}

/** A message that names one, or everyone in its room. */
export interface Mention {
  readonly room: RoomId;
  readonly seq: number;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly sender: PersonId;
  readonly at: string;
}

/** The messages that named one last, the newest first, and whether there were others before them. */
export interface Mentions {
  readonly type: 'mentions';
  readonly ref: Ref;
  readonly mentions: readonly Mention[];
  readonly more?: true;
}

/** Who is writing in a room just now; nobody is named where they are several. */
export interface Typing {
  readonly type: 'typing';
  readonly recipient: RoomId;
  readonly people: readonly PersonId[];
  readonly several?: true;
}

/** What one has not read in a room, as the server counts it. */
export interface Reading {
  readonly room: RoomId;
  /** The last entry that was read, on whichever device. */
  readonly seq: number;
  /** How often something was taken back to unread. */
  readonly turn: number;
  /** The last entry that is counted. */
  readonly asOf: number;
  readonly unread: number;
  readonly mentions: number;
  /** The threads that one follows and has not read. */
  readonly threads?: readonly Followed[];
}

/** A thread that one follows: how far one has read it, and how many replies of others there are after that. */
export interface Followed {
  readonly thread: number;
  readonly seq: number;
  readonly unread: number;
}

/** What one has not read in these rooms. */
export interface ReadingState {
  readonly type: 'state';
  readonly rooms: readonly Reading[];
}

/** How far one was told of one's own notes: their version, and the mark of the server's run that told it. */
export interface NotesPosition {
  readonly version: number;
  readonly mark: string;
}

/** One's own notes that have changed since the version `after`; all of them, without it. */
export interface Noted extends NotesPosition {
  readonly type: 'notes';
  readonly after?: number;
  /** In the order in which they changed; without a value where a note is gone. */
  readonly notes: readonly { readonly key: string; readonly value?: string }[];
}

export interface Joined {
  readonly type: 'joined';
  readonly recipient: RoomId;
  readonly person: PersonId;
}

export interface Left {
  readonly type: 'left';
  readonly recipient: RoomId;
  readonly person: PersonId;
}

/** A person's name as it is from now on. */
export interface Named extends Person {
  readonly type: 'person';
}

/** Who is in a room now. Beyond `limits.presence` people, `here` holds only those who were asked for. */
export interface Presence {
  readonly type: 'presence';
  readonly recipient: RoomId;
  readonly count: number;
  readonly here: readonly PersonId[];
}

/** Why the server does not do something. */
export interface Reason {
  /** Of a closed list, … */
  readonly code: string;
  /** … and a sentence in English, for those who do not know the code. */
  readonly text: string;
}

/** What was sent was not stored. */
export interface Refused extends Reason {
  readonly type: 'refused';
  readonly ref?: Ref;
  readonly retryAfter?: number;
}

export interface Ping {
  readonly type: 'ping';
}

export interface Pong {
  readonly type: 'pong';
}

export type ServerMessage =
  | Welcome
  | Reset
  | AnyEntry
  | Invitations
  | Stored
  | ReadingState
  | Noted
  | Page
  | RoomList
  | Members
  | Mentions
  | Typing
  | Joined
  | Left
  | Named
  | Presence
  | Refused
  | Ping
  | Pong;

export interface Resume {
  readonly type: 'resume';
  readonly positions: readonly ({ readonly room: RoomId } & Position)[];
  readonly notes?: NotesPosition;
}

/** Has a note say this on all devices of the person; without a value, has it gone. */
export interface Note {
  readonly type: 'note';
  readonly key: string;
  readonly value?: string;
}

/** Something to be said to a room (`r_…`, `#name`) or a person (`p_…`, `@name`). */
export interface Say {
  readonly type: 'message';
  readonly ref: Ref;
  readonly recipient: string;
  readonly content: string;
  /** The message that it replies to. */
  readonly thread?: number;
}

/** What one said is to have another text. */
export interface Edit {
  readonly type: 'edit';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly target: number;
  readonly content: string;
}

/** What one said is to go. */
export interface Delete {
  readonly type: 'delete';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly target: number;
}

/** One's own reaction to a message is to stand, or not. */
export interface React {
  readonly type: 'reaction';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
}

/** A message is to be pinned, or not. */
export interface Pin {
  readonly type: 'pin';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly target: number;
  readonly on: boolean;
}

/** Makes a room: a public one with a name, a private one with a title, or a group of people (`p_…`, `@name`). */
export interface Create {
  readonly type: 'create';
  readonly ref: Ref;
  readonly kind: 'public' | 'private' | 'group';
  readonly name?: string;
  readonly title?: string;
  readonly topic?: string;
  readonly people?: readonly string[];
}

/** Takes a person out of a room, or their invitation back; or makes them its owner. */
export interface Move {
  readonly type: 'remove' | 'owner';
  readonly ref: Ref;
  readonly recipient: RoomId;
  /** A person's id or `@name`. */
  readonly person: string;
}

/** Asks which public rooms there are: those that hold a text in name, title or topic, after one of them. */
export interface Browse {
  readonly type: 'rooms';
  readonly ref: Ref;
  readonly query?: string;
  readonly after?: string;
}

/** Asks who is in a room, after a person by id. */
export interface Muster {
  readonly type: 'members';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly after?: PersonId;
}

/** Asks where one was named last. */
export interface Recall {
  readonly type: 'mentions';
  readonly ref: Ref;
}

/** One is writing something in a room. */
export interface Write {
  readonly type: 'typing';
  readonly recipient: RoomId;
}

export interface Join {
  readonly type: 'join';
  readonly ref: Ref;
  readonly recipient: string;
}

/** Turns an invitation down. */
export interface Decline {
  readonly type: 'decline';
  readonly ref: Ref;
  readonly recipient: RoomId;
}

/** Asks a person into a room. */
export interface Invite {
  readonly type: 'invite';
  readonly ref: Ref;
  readonly recipient: RoomId;
  /** A person's id or `@name`. */
  readonly person: string;
}

/** What is set of a room; what is left out stays as it is. */
export interface Settings {
  readonly title?: string;
  readonly topic?: string;
  readonly archived?: boolean;
}

/** Sets these of a room's settings. */
export interface SetUp extends Settings {
  readonly type: 'settings';
  readonly ref: Ref;
  readonly recipient: RoomId;
}

export interface Leave {
  readonly type: 'leave';
  readonly ref: Ref;
  readonly recipient: string;
}

/** A room, or a thread of it, was read up to an entry; the room, as far as one knew in this turn. */
export interface Read {
  readonly type: 'read';
  readonly recipient: RoomId;
  readonly seq: number;
  readonly turn?: number;
  readonly thread?: number;
}

/** A message of a thread, by itself. */
export interface Lone {
  readonly thread: number;
  readonly after: number;
  readonly limit: 1;
}

/** Which page of a room's history: the one before, after or around an entry, from a time on, or of a message alone. */
export type Leaf =
  | { readonly before: number }
  | { readonly after: number }
  | { readonly around: number }
  | { readonly date: string }
  | Lone;

/** Which page of a thread, or of what is pinned. */
export type SideLeaf =
  Lone | { readonly thread: number; readonly before: number } | { readonly pinned: true; readonly before?: number };

/** From this entry on all is to be unread. */
export interface Unread {
  readonly type: 'unread';
  readonly recipient: RoomId;
  readonly seq: number;
}

/** Asks for a page of a room's history. */
export type Turn = {
  readonly type: 'page';
  readonly ref: Ref;
  readonly recipient: RoomId;
  readonly limit?: number;
} & (Leaf | SideLeaf);

/** Asks who these people are, at most 200 at a time. */
export interface WhoIs {
  readonly type: 'person';
  readonly people: readonly PersonId[];
}

/** Names the people on the screen, whose presence in a large room is of interest. */
export interface Watch {
  readonly type: 'presence';
  readonly recipient: RoomId;
  readonly people: readonly PersonId[];
}

export type ClientMessage =
  | Resume
  | Say
  | Edit
  | Delete
  | React
  | Pin
  | Join
  | Decline
  | Leave
  | Invite
  | Create
  | Move
  | Browse
  | Muster
  | Recall
  | Write
  | SetUp
  | Read
  | Unread
  | Note
  | Turn
  | WhoIs
  | Watch
  | Ping
  | Pong;
