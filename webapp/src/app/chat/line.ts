import { Person, PersonId, Reason } from 'parley-client/message/message';
import { Act, isUnanswered } from 'parley-client/state/acts';
import { Verb, verbsFor } from './may';
import { Entry, Outgoing, Reaction, Room, Stage } from 'parley-client/state/state';
import { plainOf } from '../markdown/plain';
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
  /** What it replies to. */
  readonly quote?: Quote;
  readonly reactions?: readonly Chip[];
  /** How many replies it has. */
  readonly replies?: number;
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

/** The message that one replies to, in short. */
export interface Quote {
  /** Nobody, where the message is not held. */
  readonly sender?: string;
  readonly text: string;
}

/** One sort of reaction. */
export interface Chip {
  readonly emoji: string;
  readonly count: number;
  readonly isMine: boolean;
  /** Who all of them are, in a sentence. */
  readonly who: string;
}

/** What lines are made from. */
export interface Setting {
  readonly room: Room | undefined;
  /** All messages that are shown. */
  readonly entries: readonly Entry[];
  readonly acts: readonly Act[];
  readonly me: Person | undefined;
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly who: (id: PersonId) => Person;
  readonly words: Words;
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
    ...quoteOf(entry, setting),
    ...(reactions.length ? { reactions: reactions.map((reaction) => chipOf(reaction, setting)) } : {}),
    ...(entry.replies ? { replies: entry.replies } : {}),
    verbs: room ? verbsFor(entry, room, me?.id) : [],
    ...(own.some(isUnanswered) ? { isChanging: true } : {}),
    ...own.reduce<Pick<Line, 'refused'>>((before, act) => refusedOf(act) ?? before, {}),
  };
}

/** The line of a message that has not come back yet. */
export function pendingLine(outgoing: Outgoing, setting: Setting): Line {
  const { ref, at, content, stage } = outgoing;
  const quote = quoteOf(outgoing, setting);
  return { key: `own ${ref}`, at: new Date(at), content, ref, stage, ...quote };
}

function refusedOf({ ref, deed, stage }: Act): Pick<Line, 'refused'> | undefined {
  return stage.is === 'refused' && deed.is === 'edit'
    ? { refused: { ref, content: deed.content, why: stage } }
    : undefined;
}

/** How much of a message is quoted where it is replied to. */
const QUOTED = 120;

function quoteOf({ thread }: Pick<Entry, 'thread'>, { entries, who, words }: Setting): Pick<Line, 'quote'> {
  if (thread === undefined) {
    return {};
  }
  const entry = entries.find((other) => other.seq === thread);
  return { quote: entry ? shortOf(entry, who(entry.sender), words) : { text: words.line.furtherUp } };
}

/** A message in short. */
export function shortOf(
  { deleted, content }: Pick<Entry, 'deleted' | 'content'>,
  { name }: Person,
  { line }: Words,
): Quote {
  const text = deleted ? line.deleted : firstLine(content);
  return { sender: name, text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text };
}

/** The first line of what somebody wrote, in words alone. */
export function firstLine(content: string): string {
  return plainOf(content).split('\n', 1)[0] ?? '';
}

function chipOf({ emoji, people, unnamed = 0 }: Reaction, { me, who, words }: Setting): Chip {
  const names = people.map((id) => (id === me?.id ? words.common.you : who(id).name));
  return {
    emoji,
    count: people.length + unnamed,
    isMine: people.some((id) => id === me?.id),
    who: words.line.reacted(enumerated(names, unnamed, words), emoji),
  };
}
