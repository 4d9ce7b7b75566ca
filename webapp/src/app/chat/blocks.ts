import { Person, PersonId } from '../message/message';
import { Segment, segmentsOf } from './segments';
import { Entry, Notice, Outgoing, Room, Stage } from './state';

/** Messages of one sender that are no further apart than this (ms) stand together. */
export const TOGETHER = 5 * 60_000;

/** One message, under a key that stays the same when it comes back from the server. */
export interface Line {
  readonly key: string;
  readonly at: Date;
  readonly segments: readonly Segment[];
  /** Of a message that has not come back yet. */
  readonly stage?: Stage;
  readonly ref: string;
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
  | { readonly is: 'notice'; readonly key: string; readonly came: readonly string[]; readonly left: readonly string[] };

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
  | { readonly is: 'new' };

/** The blocks of a timeline: what was said, grouped by sender and time, with separators for days and for what is new. */
export function blocksOf({ room, outbox, people, me, seenBefore }: Sources): readonly Block[] {
  const items = [
    ...itemsOf(room, me, seenBefore),
    ...outbox.map((outgoing): Item => ({ is: 'line', sender: me?.id ?? '', line: pending(outgoing) })),
  ];
  const who = (id: PersonId) => people.get(id) ?? { id, name: 'somebody', guest: true };
  const blocks: Block[] = [];
  let day = '';
  for (const item of items) {
    if (item.is === 'new') {
      blocks.push({ is: 'new', key: 'new' });
    } else if (item.is === 'notice') {
      addNotice(blocks, item.notice, who(item.notice.person).name);
    } else {
      const today = item.line.at.toDateString();
      if (today !== day) {
        day = today;
        blocks.push({ is: 'day', key: `day ${today} ${item.line.key}`, at: item.line.at });
      }
      addLine(blocks, item.line, who(item.sender), item.sender === me?.id);
    }
  }
  return blocks;
}

function itemsOf(room: Room | undefined, me: Person | undefined, seenBefore: number | undefined): Item[] {
  const items: Item[] = [];
  const notices = [...(room?.notices ?? [])];
  let news = seenBefore === undefined;
  for (const entry of room?.entries ?? []) {
    for (; notices[0] && notices[0].after < entry.seq; notices.shift()) {
      items.push({ is: 'notice', notice: notices[0] });
    }
    if (!news && entry.seq > (seenBefore ?? 0) && entry.sender !== me?.id) {
      news = true;
      items.push({ is: 'new' });
    }
    items.push({ is: 'line', sender: entry.sender, line: said(entry, me) });
  }
  return [...items, ...notices.map((notice): Item => ({ is: 'notice', notice }))];
}

function said({ sender, ref, at, content }: Entry, me: Person | undefined): Line {
  return { key: `${sender === me?.id ? 'own' : sender} ${ref}`, at: new Date(at), segments: segmentsOf(content), ref };
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

/** The names in a sentence: "ann", "ann and bob", "ann, bob and 3 others". */
export function enumerate(names: readonly string[]): string {
  if (names.length <= 3) {
    return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
  }
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} others`;
}
