import { keyOf, Place } from '../state/place';
import { PersonId, Reason, Ref } from '../message/message';
import { Claim } from './claims';

/** What somebody wrote and the server has not stored yet, as their browser keeps it for all of their tabs. */
export interface Unsent {
  /** Where it stands in the order in which things were written, whichever tab they were written in. */
  readonly order: number;
  readonly ref: Ref;
  readonly place: Place;
  /** To whom, where that was known: a person keeps their id, and not their name. */
  readonly person?: PersonId;
  readonly content: string;
  /** The message that it replies to. */
  readonly thread?: number;
  readonly at: string;
  /** The tab that sees to it. */
  readonly claim?: Claim;
  /** Why only a person may send it again. */
  readonly refusal?: Refusal;
}

/** A refusal for good. */
export interface Refusal extends Reason {
  /** The last seq that its room had then, if there was a room: it stands behind that. */
  readonly after?: number;
}

/** In order; each ref once. */
export type Rows = readonly Unsent[];

/** Turns rows into others, and returns the very same where it has nothing to do. */
export type Change = (rows: Rows) => Rows;

/** Most that is kept unsent: beyond it, nothing more may be written. Tabs that write at once may go beyond by one each. */
export const MOST = 500;

/** This was written, after all the others. */
export function said(draft: Omit<Unsent, 'order'>): Change {
  return (rows) => [...rows, { ...draft, order: (rows.at(-1)?.order ?? 0) + 1 }];
}

/** This is not to be sent any more: the server has it, or somebody took it back. */
export function without(ref: Ref): Change {
  return (rows) => (rows.some((row) => row.ref === ref) ? rows.filter((row) => row.ref !== ref) : rows);
}

/** The server refused it for good. It does not hold up those after it. */
export function refused(ref: Ref, refusal: Refusal): Change {
  return amended(ref, (row) => ({ ...unclaimed(row), refusal }));
}

/** What was refused is to be sent again as it is, under the ref that it had. */
export function retried(ref: Ref): Change {
  return amended(ref, unrefused);
}

/** What was refused is to be sent again in other words: as another message, where it stood. */
export function edited(ref: Ref, next: Pick<Unsent, 'ref' | 'content'>): Change {
  return (rows) =>
    rows.some((row) => row.ref === ref && row.refusal)
      ? amended(ref, (row) => ({ ...unrefused(row), ...next }))(rows)
      : rows;
}

/** The row as no tab's. */
export function unclaimed(row: Unsent): Unsent {
  const rest: { -readonly [K in keyof Unsent]: Unsent[K] } = { ...row };
  delete rest.claim;
  return rest;
}

function unrefused(row: Unsent): Unsent {
  const rest: { -readonly [K in keyof Unsent]: Unsent[K] } = { ...row };
  delete rest.refusal;
  return rest;
}

function amended(ref: Ref, by: (row: Unsent) => Unsent): Change {
  return (rows) => (rows.some((row) => row.ref === ref) ? rows.map((row) => (row.ref === ref ? by(row) : row)) : rows);
}

/** What is equal for two rows that must not overtake each other. */
export function queueOf({ place, person }: Pick<Unsent, 'place' | 'person'>): string {
  return person ?? keyOf(place);
}
