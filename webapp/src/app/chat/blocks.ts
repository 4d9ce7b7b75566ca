import { Person, PersonId } from '../message/message';
import { Shown, shownOf } from './past';
import { Segment, segmentsOf } from './segments';
import { sentence } from './sentence';
import { Entry, Happening, Notice, Outgoing, Reaction, Room, Stage } from './state';
import { enumerate } from './words';

/** Messages of one sender that are no further apart than this (ms) stand together. */
export const TOGETHER = 5 * 60_000;

/** One message, under a key that stays the same when it comes back from the server. */
export interface Line {
  readonly key: string;
  /** Of a message that the server has stored. */
  readonly seq?: number;
  readonly at: Date;
  readonly segments: readonly Segment[];
  /** Of a message that has not come back yet. */
  readonly stage?: Stage;
  readonly ref: string;
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

/** What stands in a timeline, from above to below. */
export type Block =
  | { readonly is: 'day'; readonly key: string; readonly at: Date }
  /** All below came since somebody last looked. */
  | { readonly is: 'new'; readonly key: string }
  | {
      readonly is: 'said';
      readonly key: string;
      readonly sender: Person;
      readonly mine: boolean;
      readonly at: Date;
      readonly lines: readonly Line[];
    }
  | { readonly is: 'notice'; readonly key: string; readonly came: readonly string[]; readonly left: readonly string[] }
  /** Something happened to the room. */
  | { readonly is: 'happening'; readonly key: string; readonly text: string };

/** What a timeline is made of. */
export interface Sources {
  readonly room?: Room | undefined;
  readonly outbox: readonly Outgoing[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly me?: Person | undefined;
  /** The last seq that had been seen when this timeline was opened. */
  readonly seenBefore?: number | undefined;
}

/** One thing in the order of time, before it is grouped. */
type Item =
  | { readonly is: 'line'; readonly sender: PersonId; readonly line: Line }
  | { readonly is: 'notice'; readonly notice: Notice }
  | { readonly is: 'happening'; readonly happening: Happening }
  | { readonly is: 'new' };

type Who = (id: PersonId) => Person;

/** The blocks of a timeline: what was said, grouped by sender and time, with separators for days and for what is new. */
export function blocksOf({ room, outbox, people, me, seenBefore }: Sources): readonly Block[] {
  const who = (id: PersonId) => people.get(id) ?? { id, name: 'somebody', guest: true };
  const shown = room && shownOf(room);
  const last = shown?.entries.at(-1)?.seq ?? 0;
  const behind = outbox.filter((outgoing) => standsBehind(outgoing) < last);
  const atEnd = shown?.isApart ? [] : outbox.filter((outgoing) => !behind.includes(outgoing));
  const items = [
    ...(shown ? itemsOf(shown, behind, { me, seenBefore }, who) : []),
    ...atEnd.map((outgoing) => itemOf(outgoing, me)),
  ];
  const blocks: Block[] = [];
  let day = '';
  const begin = (at: Date, key: string) => {
    const today = at.toDateString();
    if (today !== day) {
      day = today;
      blocks.push({ is: 'day', key: `day ${today} ${key}`, at });
    }
  };
  for (const item of items) {
    if (item.is === 'new') {
      blocks.push({ is: 'new', key: 'new' });
    } else if (item.is === 'happening') {
      const key = `happening ${item.happening.seq}`;
      begin(new Date(item.happening.at), key);
      blocks.push({ is: 'happening', key, text: sentence(item.happening, who, me) });
    } else if (item.is === 'notice') {
      addNotice(blocks, item.notice, who(item.notice.person).name);
    } else {
      if (item.line.stage?.is !== 'refused' || day === '') {
        begin(item.line.at, item.line.key);
      }
      addLine(blocks, item.line, who(item.sender), item.sender === me?.id);
    }
  }
  return blocks;
}

/** What was refused stands behind the seq that was the last one then, all else at the end. */
function standsBehind({ stage }: Outgoing): number {
  return (stage.is === 'refused' ? stage.after : undefined) ?? Infinity;
}

function itemOf(outgoing: Outgoing, me: Person | undefined): Item {
  return { is: 'line', sender: me?.id ?? '', line: pending(outgoing) };
}

function itemsOf(
  shown: Shown,
  refused: readonly Outgoing[],
  { me, seenBefore = -1 }: Pick<Sources, 'me' | 'seenBefore'>,
  who: Who,
): readonly Item[] {
  const first =
    shown.start <= seenBefore
      ? shown.entries.find(({ seq, sender, deleted }) => seq > seenBefore && sender !== me?.id && !deleted)
      : undefined;
  const placed: (readonly [number, Item])[] = [
    ...shown.entries.map(
      (entry) => [entry.seq, { is: 'line', sender: entry.sender, line: said(entry, shown, me, who) }] as const,
    ),
    ...shown.happenings.map((happening) => [happening.seq, { is: 'happening', happening }] as const),
    ...shown.notices.map((notice) => [notice.after + 0.5, { is: 'notice', notice }] as const),
    ...refused.map((outgoing) => [standsBehind(outgoing) + 0.6, itemOf(outgoing, me)] as const),
    ...(first ? [[first.seq - 0.25, { is: 'new' }] as const] : []),
  ];
  return placed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

function said(entry: Entry, shown: Shown, me: Person | undefined, who: Who): Line {
  const { seq, sender, ref, at, content, thread, reactions = [], mentions = [] } = entry;
  return {
    key: `${sender === me?.id ? 'own' : sender} ${ref ?? seq}`,
    seq,
    at: new Date(at),
    segments: segmentsOf(content),
    ref: ref ?? '',
    ...(entry.edited ? { isEdited: true } : {}),
    ...(entry.deleted ? { isDeleted: true } : {}),
    ...(entry.pinned ? { isPinned: true } : {}),
    ...(sender !== me?.id && (entry.here || mentions.includes(me?.id ?? '')) ? { isToMe: true } : {}),
    ...(thread === undefined ? {} : { quote: quoteOf(shown, thread, who) }),
    ...(reactions.length ? { reactions: reactions.map((reaction) => chipOf(reaction, me, who)) } : {}),
    ...(entry.replies ? { replies: entry.replies } : {}),
  };
}

/** How much of a message is quoted where it is replied to. */
const QUOTED = 120;

function quoteOf({ entries }: Shown, seq: number, who: Who): Quote {
  const entry = entries.find((other) => other.seq === seq);
  if (!entry) {
    return { text: 'a message further up' };
  }
  const text = entry.deleted ? 'Message deleted' : (entry.content.split('\n', 1)[0] ?? '');
  return { sender: who(entry.sender).name, text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text };
}

function chipOf({ emoji, people, unnamed = 0 }: Reaction, me: Person | undefined, who: Who): Chip {
  return {
    emoji,
    count: people.length + unnamed,
    isMine: people.some((id) => id === me?.id),
    who: `${enumerate(
      people.map((id) => (id === me?.id ? 'you' : who(id).name)),
      unnamed,
    )}: ${emoji}`,
  };
}

function pending({ ref, at, content, stage }: Outgoing): Line {
  return { key: `own ${ref}`, at: new Date(at), segments: segmentsOf(content), ref, stage };
}

function addLine(blocks: Block[], line: Line, sender: Person, mine: boolean): void {
  const last = blocks.at(-1);
  const before = last?.is === 'said' ? last.lines.at(-1) : undefined;
  if (last?.is === 'said' && before && last.sender.id === sender.id && isTogether(before.at, line.at)) {
    blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
  } else {
    blocks.push({ is: 'said', key: line.key, sender, mine, at: line.at, lines: [line] });
  }
}

function isTogether(before: Date, after: Date): boolean {
  return Math.abs(after.getTime() - before.getTime()) <= TOGETHER;
}

/** Comings and goings in a row are one notice; who came and left again meanwhile is not worth a word. */
function addNotice(blocks: Block[], { id, came }: Notice, name: string): void {
  const last = blocks.at(-1);
  const before = last?.is === 'notice' ? last : { is: 'notice' as const, key: `notice ${id}`, came: [], left: [] };
  const [same, other] = came ? [before.came, before.left] : [before.left, before.came];
  const undone = other.includes(name);
  const now = [undone ? same : [...same.filter((n) => n !== name), name], other.filter((n) => n !== name)] as const;
  if (last?.is === 'notice') {
    blocks.pop();
  }
  const next = { ...before, came: came ? now[0] : now[1], left: came ? now[1] : now[0] };
  if (next.came.length || next.left.length) {
    blocks.push(next);
  }
}
