import { Person, PersonId, Reason } from 'parley-client/message/message';
import { Act, isUnanswered } from 'parley-client/state/acts';
import { Verb, verbsFor } from './may';
import { Entry, Outgoing, Reaction, Room, Stage } from 'parley-client/state/state';
import { enumerated, Words } from '../words/words';

/** One message, under a key that stays the same when it comes back from the server. */
export interface Line {
  readonly key: string;
  /** Of a message that the server has stored. */
  readonly seq?: number;
  readonly at: Date;
  /** What was said, in Markdown. */
  readonly content: string;
  /** Of a message that has not come back yet. */
  readonly stage?: Stage;
  readonly ref: string;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly isEdited?: boolean;
  readonly isDeleted?: boolean;
  readonly isPinned?: boolean;
  /** Whether it names the reader. */
  readonly isToMe?: boolean;
  readonly reactions?: readonly Chip[];
  /** What was replied to it; nothing, where that is not told here. */
  readonly replies?: Replies;
  /** Where it was said, where it is shown elsewhere. */
  readonly link?: string;
  /** What one can do to it; nothing, where it has not come back yet. */
  readonly verbs?: readonly Verb[];
  /** Whether something was done to it that has not come back yet. */
  readonly isChanging?: boolean;
  /** An edit of it that was refused. */
  readonly refused?: Refused;
}

/** New words that were refused, and why. */
export interface Refused {
  readonly ref: string;
  readonly content: string;
  readonly why: Reason;
}

/** The replies to a message. */
export interface Replies {
  readonly count: number;
  /** When the last one was said. */
  readonly at?: Date;
  /** How many of them the reader follows and has not read. */
  readonly unread: number;
  /** Whether one that was said here was refused. */
  readonly isStuck: boolean;
}

/** One sort of reaction. */
export interface Chip {
  readonly emoji: string;
  readonly count: number;
  readonly isMine: boolean;
  /** Who they are, as far as they are known, … */
  readonly names: readonly string[];
  /** … and all of them in short. */
  readonly who: string;
}

/** What lines are made from. */
export interface Setting {
  readonly room: Room | undefined;
  /** What of the room's threads is new or stuck; nothing where replies are not told. */
  readonly threads?: ReadonlyMap<number, ThreadNews>;
  readonly acts: readonly Act[];
  readonly me: Person | undefined;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly who: (id: PersonId) => Person;
  readonly words: Words;
}

/** What of a thread somebody may want to see to. */
export interface ThreadNews {
  readonly unread: number;
  readonly isStuck: boolean;
}

/** The line of a message that the server has stored. */
export function lineOf(entry: Entry, setting: Setting): Line {
  const { room, acts, me } = setting;
  const { seq, sender, ref, at, content, thread, reactions = [], mentions = [] } = entry;
  const own = acts.filter(({ target }) => target === seq);
  return {
    key: `${sender === me?.id ? 'own' : sender} ${ref ?? seq}`,
    seq,
    at: new Date(at),
    content,
    ref: ref ?? '',
    ...(entry.edited ? { isEdited: true } : {}),
    ...(entry.deleted ? { isDeleted: true } : {}),
    ...(entry.pinned ? { isPinned: true } : {}),
    ...(sender !== me?.id && (entry.here || mentions.includes(me?.id ?? '')) ? { isToMe: true } : {}),
    ...(thread === undefined ? {} : { thread }),
    ...(reactions.length ? { reactions: reactions.map((reaction) => chipOf(reaction, setting)) } : {}),
    ...repliesOf(entry, setting),
    verbs: room ? verbsFor(entry, room, me?.id) : [],
    ...(own.some(isUnanswered) ? { isChanging: true } : {}),
    ...own.reduce<Pick<Line, 'refused'>>((before, act) => refusedOf(act) ?? before, {}),
  };
}

/** The line of a message that has not come back yet. */
export function pendingLine({ ref, at, content, stage }: Outgoing): Line {
  return { key: `own ${ref}`, at: new Date(at), content, ref, stage };
}

function refusedOf({ ref, deed, stage }: Act): Pick<Line, 'refused'> | undefined {
  return stage.is === 'refused' && deed.is === 'edit'
    ? { refused: { ref, content: deed.content, why: stage } }
    : undefined;
}

function repliesOf({ seq, replies: count = 0, repliedAt }: Entry, { threads }: Setting): Pick<Line, 'replies'> {
  const { unread = 0, isStuck = false } = threads?.get(seq) ?? {};
  return threads && (count || isStuck)
    ? { replies: { count, unread, isStuck, ...(repliedAt === undefined ? {} : { at: new Date(repliedAt) }) } }
    : {};
}

function chipOf({ emoji, people, unnamed = 0 }: Reaction, { me, who, words }: Setting): Chip {
  const names = people.map((id) => (id === me?.id ? words.common.you : who(id).name));
  return {
    emoji,
    count: people.length + unnamed,
    isMine: people.some((id) => id === me?.id),
    names,
    who: enumerated(names, unnamed, words),
  };
}
