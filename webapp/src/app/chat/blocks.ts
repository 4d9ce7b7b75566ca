import { Person, PersonId } from 'parley-client/message/message';
import { Act, foreseen } from 'parley-client/state/acts';
import { Line, pendingLine, Setting, ThreadNews } from './line';
import { Lines } from './lines';
import { Shown, shownOf } from 'parley-client/state/past';
import { sentence } from './sentence';
import { Happening, Notice, Outgoing, Room } from 'parley-client/state/state';
import { Words } from '../words/words';

/** Messages of one sender that are no further apart than this (ms) stand together. */
export const TOGETHER = 5 * 60_000;

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
  /** All below replies to what is above. */
  | { readonly is: 'replies'; readonly key: string }
  /** Something happened to the room. */
  | { readonly is: 'happening'; readonly key: string; readonly seq: number; readonly text: string };

/** What a timeline is made of. */
export interface Sources {
  readonly room?: Room | undefined;
  /** What of the room is shown, if it is not what is said in the room itself. */
  readonly shown?: Shown | undefined;
  readonly outbox: readonly Outgoing[];
  /** What of its threads is new or stuck; nothing where replies are not told. */
  readonly threads?: ReadonlyMap<number, ThreadNews> | undefined;
  /** What was done to messages of the room, and has not come back yet. */
  readonly acts?: readonly Act[];
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly me?: Person | undefined;
  readonly words: Words;
  /** The last seq that had been seen when this timeline was opened. */
  readonly seenBefore?: number | undefined;
  /** The lines that were made before. */
  readonly made?: Lines;
}

/** One thing in the order of time, before it is grouped. */
type Item =
  | { readonly is: 'line'; readonly sender: PersonId; readonly line: Line }
  | { readonly is: 'notice'; readonly notice: Notice }
  | { readonly is: 'happening'; readonly happening: Happening }
  | { readonly is: 'new' };

/** The blocks of a timeline: what was said, grouped by sender and time, with separators for days and for what is new. */
export function blocksOf(sources: Sources): readonly Block[] {
  const { room, outbox, threads, acts = [], people, me, words, seenBefore = -1, made = new Lines() } = sources;
  const who = (id: PersonId) => people.get(id) ?? { id, name: words.common.somebody, guest: true };
  const shown = sources.shown ?? (room && inRoom(shownOf(room)));
  const entries = shown && me ? foreseen(shown.entries, acts, me.id) : (shown?.entries ?? []);
  const setting = { room, ...(threads ? { threads } : {}), acts, me, people, who, words };
  const last = entries.at(-1)?.seq ?? 0;
  const behind = outbox.filter((outgoing) => standsBehind(outgoing) < last);
  const atEnd = shown?.isApart ? [] : outbox.filter((outgoing) => !behind.includes(outgoing));
  const items = [
    ...(shown ? placed({ ...shown, entries }, setting, made, behind, seenBefore) : []),
    ...atEnd.map((outgoing) => itemOf(outgoing, setting)),
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
      blocks.push({ is: 'happening', key, seq: item.happening.seq, text: sentence(item.happening, who, me, words) });
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

function itemOf(outgoing: Outgoing, { me }: Setting): Item {
  return { is: 'line', sender: me?.id ?? '', line: pendingLine(outgoing) };
}

/** What is said in the room itself: replies are read beside it. */
function inRoom(shown: Shown): Shown {
  return { ...shown, entries: shown.entries.filter(({ thread }) => thread === undefined) };
}

/** All that has a place in the room's order, in order. */
function placed(
  { entries, happenings, notices, start }: Shown,
  setting: Setting,
  made: Lines,
  refused: readonly Outgoing[],
  seenBefore: number,
): readonly Item[] {
  const { me } = setting;
  const first =
    start <= seenBefore
      ? entries.find(({ seq, sender, deleted }) => seq > seenBefore && sender !== me?.id && !deleted)
      : undefined;
  const items: (readonly [number, Item])[] = [
    ...entries.map(
      (entry) => [entry.seq, { is: 'line', sender: entry.sender, line: made.of(entry, setting) }] as const,
    ),
    ...happenings.map((happening) => [happening.seq, { is: 'happening', happening }] as const),
    ...notices.map((notice) => [notice.after + 0.5, { is: 'notice', notice }] as const),
    ...refused.map((outgoing) => [standsBehind(outgoing) + 0.6, itemOf(outgoing, setting)] as const),
    ...(first ? [[first.seq - 0.25, { is: 'new' }] as const] : []),
  ];
  return items.sort(([a], [b]) => a - b).map(([, item]) => item);
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
