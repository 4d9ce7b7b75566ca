import { Row } from './rows';

/** The part of a timeline that is drawn: so many of its last rows, or those from one seq to another. */
export type Excerpt = { readonly last: number } | { readonly from: number; readonly to: number };

/** From the row of one key to that of another. */
export interface Grip {
  readonly from: string;
  readonly to: string;
}

/** What there is to draw of a room, and what of it somebody has hold of. */
export interface Drawing {
  readonly rows: readonly Row[];
  readonly excerpt: Excerpt;
  readonly grips: readonly Grip[];
  /** Whether nothing was said before the first row, … */
  readonly isWhole: boolean;
  /** … and whether more was said after the last one. */
  readonly isApart: boolean;
}

/** The seqs of the first and of the last row on the screen. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

/** What is drawn before it is known how much there is room for. */
export const TAIL: Excerpt = { last: 40 };
/** No row but those that somebody has hold of. */
export const NOTHING: Excerpt = { last: 0 };

/** As many rows as are on the screen are drawn above and below it, but no fewer than this. */
const LEAST = 12;
/** So many rows fewer are enough for now: as few as can be are drawn at a time, so that no frame has to wait for many. */
const STEP = 1;

/** Where an excerpt begins among all rows, and where it ends; what is not there any more is the tail. */
export function spanOf(rows: readonly Row[], excerpt: Excerpt): readonly [number, number] {
  if ('last' in excerpt) {
    return [Math.max(0, rows.length - excerpt.last), rows.length];
  }
  const [start, end] = [placeOf(rows, excerpt.from), placeOf(rows, excerpt.to + 1)];
  return start < end ? [start, end] : spanOf(rows, TAIL);
}

/** Where the first row is that stands at a seq or behind it. */
function placeOf(rows: readonly Row[], seq: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.seq ?? 0) >= seq) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** What is around a seq. */
export function around(rows: readonly Row[], seq: number): Excerpt {
  return between(rows, placeOf(rows, seq) - LEAST, placeOf(rows, seq + 1) + LEAST);
}

function between(rows: readonly Row[], start: number, end: number): Excerpt {
  const [from, to] = [rows[Math.max(0, start)], rows[Math.min(rows.length, end) - 1]];
  return from && to ? { from: from.seq, to: to.seq } : TAIL;
}

/** What is to be drawn for somebody who sees this: what was, as long as there is enough around it, and not too much. */
export function following(rows: readonly Row[], { from, to }: Sight, before: Excerpt, isAtEnd: boolean): Excerpt {
  const [start, end] = spanOf(rows, before);
  const [first, last] = [placeOf(rows, from), placeOf(rows, to + 1)];
  const ahead = Math.max(LEAST, last - first);
  const isEnough = (count: number, isAll: boolean) => (isAll || count >= ahead - STEP) && count <= 2 * ahead;
  const isEnoughAbove = isEnough(first - start, start === 0);
  if (isAtEnd) {
    return { last: rows.length - (isEnoughAbove ? start : Math.max(0, first - ahead)) };
  }
  return isEnoughAbove && isEnough(end - last, end === rows.length)
    ? between(rows, start, end)
    : between(rows, first - ahead, last + ahead);
}

/** Whether two excerpts are the same. */
export function isSameExcerpt(a: Excerpt, b: Excerpt): boolean {
  return 'last' in a ? 'last' in b && a.last === b.last : 'from' in b && a.from === b.from && a.to === b.to;
}

/**
 * The rows to draw: those of an excerpt, and away from it those that somebody has hold of, though the room lets go of
 * them: these stay as they were drawn before. What is taken away, and not only beyond what the room holds, is gone.
 */
export function drawn({ rows, excerpt, grips, isWhole, isApart }: Drawing, before: readonly Row[]): readonly Row[] {
  const near = rows.slice(...spanOf(rows, excerpt));
  const far = grips.flatMap((grip) => held(rows, grip)).filter((row) => !near.includes(row));
  const [first, last] = [rows[0]?.seq ?? 0, rows.at(-1)?.seq ?? 0];
  const isBeyond = ({ seq }: Row) => (seq < first && !isWhole) || (seq > last && isApart);
  const lost = grips.flatMap((grip) => held(before, grip)).filter(isBeyond);
  return far.length + lost.length > 0 ? merged(near, [...far, ...lost]) : near;
}

function held(rows: readonly Row[], { from, to }: Grip): readonly Row[] {
  const [start, end] = [from, to].map((key) => rows.findIndex((row) => row.key === key)) as [number, number];
  if (start < 0 && end < 0) {
    return [];
  }
  return rows.slice(Math.max(0, start), end < 0 ? rows.length : end + 1);
}

/** All that is near, and once each what is away, in order. */
function merged(near: readonly Row[], far: readonly Row[]): readonly Row[] {
  const away = [...new Map(far.map((row) => [row.key, { ...row, isAway: true as const }])).values()];
  const first = near[0]?.seq ?? 0;
  const bySeq = (a: Row, b: Row) => a.seq - b.seq;
  return [
    ...away.filter(({ seq }) => seq < first).sort(bySeq),
    ...near,
    ...away.filter(({ seq }) => seq >= first).sort(bySeq),
  ];
}
