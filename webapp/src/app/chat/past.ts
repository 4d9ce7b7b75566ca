import { Leaf, Page, PersonId, Refused, Said } from '../message/message';
import { Amendment, amended, held } from './amend';
import { isPassing } from './stages';
import { Asking, Entry, Happening, HELD, Notice, Past, Reaction, Room } from './state';

/** Most entries held of what was read back: those furthest from where one reads are let go. */
export const READ_BACK = 600;

type Stretch = Pick<Past, 'entries' | 'happenings'>;

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

/** The page before what is shown, if there is one. */
export function older({ past, from }: Room): Leaf | undefined {
  const before = past ? past.before : from > 0 ? from + 1 : undefined;
  return before === undefined ? undefined : { before };
}

/** The page after what is shown, where that ends before the tail. */
export function newer({ past }: Room): Leaf | undefined {
  return past?.after === undefined ? undefined : { after: past.after };
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
  return rest;
}

/** The room, once a message in it was changed. */
export function amendedRoom(room: Room, by: Amendment): Room {
  const change = counting(room, by);
  return {
    ...room,
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

/** The room with a bounded tail: what it lets go becomes past, where there is a past that it follows. */
export function bounded(room: Room): Room {
  const from = behind(room, room.entries.length + room.happenings.length - HELD);
  if (from <= room.from) {
    return room;
  }
  const [entries, late] = cut(room.entries, from);
  const [happenings, lateHappenings] = cut(room.happenings, from);
  const rest = { ...room, from, entries: late, happenings: lateHappenings };
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

/** The room once the page that it asked for was refused; for now, or with words for a person. */
export function unturned(room: Room, { code, text }: Refused): Room {
  const asked = room.asking;
  return !asked || isPassing(code) ? room : { ...room, asking: { ...asked, refusal: text } };
}

function leafed(room: Room, { leaf, heard }: Asking, page: Page, me: PersonId | undefined): Room {
  const told = stretchOf(page, heard, me);
  if ('before' in leaf) {
    const gap = !room.past && leaf.before <= room.from ? { after: leaf.before - 1 } : {};
    const next = room.past ?? { ...NOTHING, ...gap };
    return { ...room, past: withoutNewest(since(page.before, { ...next, ...joined(told, next) })) };
  }
  const reach = page.after ?? page.asOf;
  const before = 'after' in leaf && room.past ? room.past : NOTHING;
  const start = 'after' in leaf ? room.past?.before : page.before;
  const whole = joined(before, told);
  const past =
    reach < room.from
      ? { ...whole, after: reach }
      : { entries: cut(whole.entries, room.from)[0], happenings: cut(whole.happenings, room.from)[0] };
  const isHeld = start !== undefined && start > room.from;
  return isHeld ? forgotten(room) : { ...room, past: withoutOldest(since(start, past)) };
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
  if (past.entries.length <= READ_BACK) {
    return past;
  }
  const entries = past.entries.slice(-READ_BACK);
  const before = entries[0]?.seq ?? 0;
  return { ...past, entries, happenings: cut(past.happenings, before)[1], before };
}

function withoutNewest(past: Past): Past {
  if (past.entries.length <= READ_BACK) {
    return past;
  }
  const entries = past.entries.slice(0, READ_BACK);
  const after = entries.at(-1)?.seq ?? 0;
  return { ...past, entries, happenings: cut(past.happenings, after)[0], after };
}

/** What a page tells, as it is now: what was heard since it was asked for, and lies behind its `asOf`, stands. */
function stretchOf(page: Page, heard: readonly Amendment[], me: PersonId | undefined): Stretch {
  const entries = page.entries.filter((entry) => entry.type === 'message').map((said) => entryOf(said, page, me));
  return {
    entries: heard.reduce(amended, entries as readonly Entry[]),
    happenings: page.entries.filter(({ type }) => type === 'settings' || type === 'membership') as Happening[],
  };
}

function entryOf(said: Said, { asOf, reactions, replies, pins }: Page, me: PersonId | undefined): Entry {
  const own = reactions.filter(({ target }) => target === said.seq);
  const thread = replies.find(({ thread }) => thread === said.seq);
  return {
    ...held(said),
    asOf,
    ...(own.length ? { reactions: own.map((it) => reactionOf(it, me)) } : {}),
    ...(thread?.count ? { replies: thread.count } : {}),
    ...(pins.includes(said.seq) ? { pinned: true } : {}),
  };
}

/** The server names the first of those who reacted; oneself one always knows of. */
function reactionOf({ emoji, count, people, mine }: Page['reactions'][number], me: PersonId | undefined): Reaction {
  const named = mine && me !== undefined && !people.includes(me) ? [...people, me] : people;
  return { emoji, people: named, ...(count > named.length ? { unnamed: count - named.length } : {}) };
}
