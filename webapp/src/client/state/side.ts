import { Page, PersonId, Refused, SideLeaf } from '../message/message';
import { Amendment, amended } from './amend';
import { stretchOf } from './pages';
import { Topic } from './place';
import { isPassing } from './stages';
import { Entry, Room, Side } from './state';

/**
 * The room with this beside it. What its tail holds of that is there at once, and what lies before the tail is read by
 * pages. A link may lead to a message of it.
 */
export function sided(room: Room, of: Topic, led?: number): Room {
  const isWhole = of === 'pins' ? room.from === 0 : of.thread > room.from;
  const first = of === 'pins' ? undefined : [...(room.past?.entries ?? []), ...room.entries].find(isFirstOf(of));
  const side: Side = {
    of,
    entries: [],
    ...(first ? { first } : {}),
    ...(isWhole ? {} : { before: room.from + 1 }),
    ...(led === undefined ? {} : { spot: { seq: led, by: 'link' } }),
  };
  return { ...room, side };
}

/** The room with nothing beside it. */
export function unsided(room: Room): Room {
  const rest: { -readonly [K in keyof Room]: Room[K] } = { ...room };
  delete rest.side;
  return rest;
}

/** The room with the same beside it, read afresh. */
export function sidedAfresh(room: Room): Room {
  const { side } = room;
  return side ? sided(room, side.of, side.spot?.seq) : room;
}

export function isSameTopic(a: Topic | undefined, b: Topic | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.thread === b.thread);
}

/** Whether a message is of this topic. */
export function isOf({ seq, thread, pinned }: Pick<Entry, 'seq' | 'thread' | 'pinned'>, of: Topic): boolean {
  return of === 'pins' ? pinned === true : seq === of.thread || thread === of.thread;
}

function isFirstOf(of: Topic): (entry: Pick<Entry, 'seq'>) => boolean {
  return ({ seq }) => of !== 'pins' && seq === of.thread;
}

/** What is shown beside a room, in order: of a thread its first message, and all of it that was read and heard. */
export function besideOf({ side, entries }: Pick<Room, 'side' | 'entries'>): readonly Entry[] {
  if (!side) {
    return [];
  }
  const all = [...side.entries, ...entries].filter((entry) => isOf(entry, side.of));
  return side.first && !all.some(isFirstOf(side.of)) ? [side.first, ...all] : all;
}

/** The page before what is shown beside the room, if there is one. */
export function sideLeaf({ side }: Room): SideLeaf | undefined {
  if (side?.before === undefined) {
    return undefined;
  }
  return side.of === 'pins' ? { pinned: true, before: side.before } : { thread: side.of.thread, before: side.before };
}

/** The page that is wanted without anybody going there: a thread's first message, its last ones, up to where a link led. */
export function wantedLeaf(room: Room): SideLeaf | undefined {
  const { side } = room;
  if (!side || side.asking || side.isLost) {
    return undefined;
  }
  if (side.of !== 'pins' && !besideOf(room).some(isFirstOf(side.of))) {
    return { thread: side.of.thread, after: side.of.thread - 1, limit: 1 };
  }
  const isBehind = side.spot !== undefined && side.spot.seq < (side.before ?? 0);
  return !side.isRead || isBehind ? sideLeaf(room) : undefined;
}

/** The room, once somebody wants to see this page of what is beside it. */
export function sideAsking(room: Room, ref: string, leaf: SideLeaf): Room {
  return room.side ? { ...room, side: { ...room.side, asking: { ref, leaf, isSent: false, heard: [] } } } : room;
}

/** The room once the page has come that was asked for beside it. */
export function sideTurned(room: Room, page: Page, me: PersonId | undefined): Room {
  const { asking, ...side } = room.side ?? {};
  if (!room.side || asking?.ref !== page.ref) {
    return room;
  }
  const { entries } = stretchOf(page, asking.heard, me);
  return 'after' in asking.leaf
    ? begun({ ...room, side: side as Side }, entries)
    : { ...room, side: older(side as Side, entries, page.before) };
}

/** The message that a thread begins with is there; or there is none, or it is a reply itself. */
function begun(room: Room, [first]: readonly Entry[]): Room {
  const { side } = room;
  if (!side || !first || !isFirstOf(side.of)(first)) {
    return { ...room, ...(side ? { side: { ...side, isLost: true } } : {}) };
  }
  return first.thread === undefined
    ? { ...room, side: { ...side, first } }
    : sided(room, { thread: first.thread }, first.seq);
}

function older({ before, ...side }: Side, entries: readonly Entry[], next: number | undefined): Side {
  return {
    ...side,
    entries: [...entries, ...side.entries],
    isRead: true,
    ...(next === undefined || before === undefined ? {} : { before: next }),
  };
}

/** The room once a page beside it was refused; for now, or with words for a person. */
export function sideUnturned(room: Room, { code, text }: Refused): Room {
  const asking = room.side?.asking;
  return !room.side || !asking || isPassing(code)
    ? room
    : { ...room, side: { ...room.side, asking: { ...asking, refusal: { code, text } } } };
}

/** What is beside a room, once a message in it was changed. What is pinned and not held anywhere is read afresh. */
export function sideAmended(room: Room, by: Amendment): Room {
  const { side } = room;
  if (!side) {
    return room;
  }
  const isFar = by.type === 'pin' && by.on && side.of === 'pins' && by.target <= room.from;
  if (isFar && !side.entries.some(({ seq }) => seq === by.target)) {
    return sidedAfresh(room);
  }
  const [first] = side.first ? amended([side.first], by) : [];
  const { asking } = side;
  return {
    ...room,
    side: {
      ...side,
      entries: amended(side.entries, by),
      ...(first ? { first } : {}),
      ...(asking ? { asking: { ...asking, heard: [...asking.heard, by] } } : {}),
    },
  };
}

/** What is beside a room, once its tail lets these go, which are its oldest. */
export function sideKept(room: Room, gone: readonly Entry[]): Room {
  const { side } = room;
  return side
    ? { ...room, side: { ...side, entries: [...side.entries, ...gone.filter((entry) => isOf(entry, side.of))] } }
    : room;
}

/** The connection is gone, and with it what was asked. */
export function sideUnsent({ side }: Pick<Room, 'side'>): Pick<Room, 'side'> {
  if (!side) {
    return {};
  }
  const { asking } = side;
  return { side: { ...side, ...(asking ? { asking: { ...asking, isSent: false, heard: [] } } : {}) } };
}
