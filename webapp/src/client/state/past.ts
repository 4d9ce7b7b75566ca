import { Leaf, Page, PersonId, Refused } from '../message/message';
import { Amendment, amended } from './amend';
import { Stretch, stretchOf } from './pages';
import { unread } from './reading';
import { sideAmended, sided, sideKept } from './side';
import { isPassing } from './stages';
import { Asking, Entry, Happening, HELD, Notice, Past, Room } from './state';

/** Most messages and happenings held of what was read back: those furthest from where one reads are let go. */
export const READ_BACK = 300;

const NOTHING: Stretch = { entries: [], happenings: [] };

/** What is shown of a room: the past that was read, and the tail where that reaches it. */
export interface Shown {
  readonly entries: readonly Entry[];
  readonly happenings: readonly Happening[];
  readonly notices: readonly Notice[];
  /** The seq behind which it begins: 0, where that is with the room's first. */
  readonly start: number;
  /** Whether it ends before the tail. */
  readonly isApart: boolean;
}

/** What is shown of a room. */
export function shownOf({ past, from, entries, happenings, notices }: Room): Shown {
  const start = past ? (past.before ?? 1) - 1 : from;
  if (past?.after !== undefined) {
    return { entries: past.entries, happenings: past.happenings, notices: [], start, isApart: true };
  }
  return { ...joined(past ?? NOTHING, { entries, happenings }), notices, start, isApart: false };
}

/** What a timeline tells of a room. */
const TOLD = ['id', 'archived', 'from', 'entries', 'happenings', 'notices', 'past'] as const;

/** Whether a timeline tells the same of both. */
export function isToldAlike(a: Room | undefined, b: Room | undefined): boolean {
  return TOLD.every((trait) => a?.[trait] === b?.[trait]);
}

/** The page before what is shown, if there is one. */
export function older({ past, from }: Room): Leaf | undefined {
  const before = past ? past.before : from > 0 ? from + 1 : undefined;
  return before === undefined ? undefined : { before };
}

/** The page after what is shown, where that ends before the tail. */
export function newer({ past }: Room): Leaf | undefined {
  return past?.after === undefined ? undefined : { after: past.after };
}

/** The first page of what was not read, where that begins before what is shown. */
export function unreadPage(room: Room): Leaf | undefined {
  const { seen, from, past, spot } = room;
  return unread(room) > 0 && seen > 0 && seen < from && !past && !spot ? { after: seen } : undefined;
}

/** The room, once somebody wants to see this page. */
export function asking(room: Room, ref: string, leaf: Leaf): Room {
  return { ...room, asking: { ref, leaf, isSent: false, heard: [] } };
}

/** The room without what was read back. */
export function forgotten(room: Room): Room {
  const rest: { -readonly [K in keyof Room]: Room[K] } = { ...room };
  delete rest.past;
  delete rest.asking;
  delete rest.spot;
  return rest;
}

/** The room, once a message in it was changed. */
export function amendedRoom(room: Room, by: Amendment): Room {
  const change = counting(room, by);
  return {
    ...sideAmended(room, change),
    entries: amended(room.entries, change),
    ...(room.past ? { past: { ...room.past, entries: amended(room.past.entries, change) } } : {}),
    ...(room.asking ? { asking: { ...room.asking, heard: [...room.asking.heard, change] } } : {}),
  };
}

/** A reply that was deleted when it was heard was never counted, and is not taken off. */
function counting({ entries }: Room, by: Amendment): Amendment {
  if (by.type !== 'delete' || !entries.some(({ seq, deleted }) => seq === by.target && deleted)) {
    return by;
  }
  const rest: { -readonly [K in keyof typeof by]: (typeof by)[K] } = { ...by };
  delete rest.thread;
  return rest;
}

/** The room with a tail of so many at most: what it lets go becomes past, where there is a past that it follows. */
export function bounded(room: Room, most = HELD): Room {
  const from = behind(room, room.entries.length + room.happenings.length - most);
  if (from <= room.from) {
    return room;
  }
  const [entries, late] = cut(room.entries, from);
  const [happenings, lateHappenings] = cut(room.happenings, from);
  const rest = { ...sideKept(room, entries), from, entries: late, happenings: lateHappenings };
  return room.past && room.past.after === undefined
    ? { ...rest, past: withoutOldest(joined(room.past, { entries, happenings })) }
    : rest;
}

/** The seq of the last of so many that are the oldest. */
function behind({ from, entries, happenings }: Room, count: number): number {
  let [last, i, j] = [from, 0, 0];
  while (i + j < count) {
    const [entry, happening] = [entries[i]?.seq ?? Infinity, happenings[j]?.seq ?? Infinity];
    last = Math.min(entry, happening);
    [i, j] = entry < happening ? [i + 1, j] : [i, j + 1];
  }
  return last;
}

/** The room once the page that it asked for has come. */
export function turned(room: Room, page: Page, me: PersonId | undefined): Room {
  const { asking: asked, ...rest } = room;
  return asked?.ref === page.ref ? leafed(rest, asked, page, me) : room;
}

/** The room once the page that it asked for was refused; for now, or for good. */
export function unturned(room: Room, { code, text }: Refused): Room {
  const asked = room.asking;
  return !asked || isPassing(code) ? room : { ...room, asking: { ...asked, refusal: { code, text } } };
}

function leafed(room: Room, { ref, leaf, heard }: Asking, page: Page, me: PersonId | undefined): Room {
  const told = stretchOf(page, heard, me);
  if ('before' in leaf) {
    return { ...room, past: withoutNewest(before(room, leaf.before, told, page.before)) };
  }
  if ('thread' in leaf) {
    return answering(room, leaf.thread, told.entries, `${ref}:`);
  }
  const reach = page.after ?? page.asOf;
  if ('after' in leaf) {
    const start = room.past ? room.past.before : leaf.after + 1;
    return onwards(room, room.past ?? NOTHING, told, { start, reach });
  }
  const there = onwards(room, NOTHING, told, { start: page.before, reach });
  return 'around' in leaf ? sought(there, leaf.around, `${ref}:`) : dated(there, leaf.date, page);
}

function before(room: Room, seq: number, told: Stretch, start: number | undefined): Past {
  const gap = !room.past && seq <= room.from ? { after: seq - 1 } : {};
  const next = room.past ?? { ...NOTHING, ...gap };
  return since(start, { ...next, ...joined(told, next) });
}

/** What was read so far and what comes after it, which reaches up to a seq: perhaps the tail. */
function onwards(
  room: Room,
  soFar: Stretch,
  told: Stretch,
  { start, reach }: { readonly start: number | undefined; readonly reach: number },
): Room {
  if (start !== undefined && start > room.from) {
    return forgotten(room);
  }
  const whole = joined(soFar, told);
  const past =
    reach < room.from
      ? { entries: whole.entries, happenings: whole.happenings, after: reach }
      : { entries: cut(whole.entries, room.from)[0], happenings: cut(whole.happenings, room.from)[0] };
  return { ...room, past: withoutOldest(since(start, past)) };
}

/** The message that was sought is there; or else it may be a reply, which pages leave out, and is asked for by itself. */
function sought(room: Room, seq: number, ref: string): Room {
  const entry = shownOf(room).entries.find((other) => other.seq === seq);
  return entry ? led(room, entry, ref) : asking(room, ref, { thread: seq, after: seq - 1, limit: 1 });
}

/** A message by itself has come, or there is none. */
function answering(room: Room, seq: number, told: readonly Entry[], ref: string): Room {
  const entry = told.find((other) => other.seq === seq);
  return entry ? led(room, entry, ref) : { ...room, spot: { seq, by: 'link' } };
}

/** A link leads to this message: a reply is beside the room, which is shown around what it replies to. */
function led(room: Room, { seq, thread }: Entry, ref: string): Room {
  const isOfReply = typeof room.side?.of === 'object' && room.side.of.thread === seq;
  return thread === undefined
    ? { ...room, spot: { seq, by: isOfReply ? 'reply' : 'link' } }
    : sided(asking(room, ref, { around: thread }), { thread }, seq);
}

/** The first entry since a time, or the last there is. */
function dated(room: Room, date: string, { entries }: Page): Room {
  const told = entries.filter((entry) => entry.type === 'message');
  const first = told.find(({ at }) => at >= date) ?? told.at(-1);
  return first ? { ...room, spot: { seq: first.seq, by: 'date' } } : room;
}

function since(before: number | undefined, { entries, happenings, after }: Past): Past {
  return {
    entries,
    happenings,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function joined<T extends Stretch>(a: T, b: Stretch): T {
  return { ...a, entries: [...a.entries, ...b.entries], happenings: [...a.happenings, ...b.happenings] };
}

/** What is up to this seq, and what is behind it. */
function cut<T extends { readonly seq: number }>(all: readonly T[], at: number): [readonly T[], readonly T[]] {
  return [all.filter(({ seq }) => seq <= at), all.filter(({ seq }) => seq > at)];
}

function withoutOldest(past: Past): Past {
  const seqs = seqsOf(past);
  const before = seqs.at(-READ_BACK);
  if (before === undefined || seqs.length === READ_BACK) {
    return past;
  }
  const [entries, happenings] = [cut(past.entries, before - 1)[1], cut(past.happenings, before - 1)[1]];
  return { ...past, entries, happenings, before };
}

function withoutNewest(past: Past): Past {
  const seqs = seqsOf(past);
  const after = seqs[READ_BACK - 1];
  if (after === undefined || seqs.length === READ_BACK) {
    return past;
  }
  return { ...past, entries: cut(past.entries, after)[0], happenings: cut(past.happenings, after)[0], after };
}

function seqsOf({ entries, happenings }: Stretch): readonly number[] {
  return [...entries, ...happenings].map(({ seq }) => seq).sort((a, b) => a - b);
}
