import { Ref, Refused, Stored } from '../message/message';
import { Rows, Unsent } from '../outbox/unsent';
import { Place } from './place';
import { Outgoing, Room, Stage, State } from './state';

type Outbox = readonly Outgoing[];

/** Codes after which the same frame goes through by itself, later. */
const PASSING: ReadonlySet<string> = new Set(['slow_down', 'busy', 'storage_full', 'not_resumed']);
/** How long to wait (ms) where such a refusal does not say. */
export const SOON = 1_000;

/** Whether what was so refused goes through by itself, later. */
export function isPassing(code: string): boolean {
  return PASSING.has(code);
}

/** The message of this ref is now in this stage. */
export function staged(outbox: Outbox, ref: Ref, stage: Stage): Outbox {
  return outbox.map((outgoing) => (outgoing.ref === ref ? { ...outgoing, stage } : outgoing));
}

export function without(outbox: Outbox, ref: Ref): Outbox {
  return outbox.some((outgoing) => outgoing.ref === ref) ? outbox.filter((outgoing) => outgoing.ref !== ref) : outbox;
}

/** Whether the server still owes an answer, or will. */
export function isUnconfirmed({ stage }: Outgoing): boolean {
  return stage.is !== 'refused' && stage.is !== 'stored';
}

/** The connection is gone: what was sent may not have arrived, and is to be sent again under the same ref. */
export function unanswered(outbox: Outbox): Outbox {
  return outbox.map((outgoing) =>
    outgoing.stage.is === 'refused' ? outgoing : { ...outgoing, stage: { is: 'waiting' as const } },
  );
}

/** The stage of a message that was so refused. */
export function stageOf({ code, text, retryAfter }: Refused): Stage {
  return isPassing(code) ? { is: 'held', ms: retryAfter ?? SOON } : { is: 'refused', code, text };
}

/** The server has this ref; the row goes once its entry is there, or at once where it will not come. */
export function confirmed(state: State, { ref, recipient, seq }: Stored): Outbox {
  const room = state.rooms.get(recipient);
  return !room || seq <= (room.position?.seq ?? 0)
    ? without(state.outbox, ref)
    : staged(state.outbox, ref, { is: 'stored', room: recipient, seq });
}

/** The rows that stay once a room was heard up to its position. */
export function unheard(outbox: Outbox, room: Room): Outbox {
  const heard = room.position?.seq ?? 0;
  return outbox.filter(({ stage }) => !(stage.is === 'stored' && stage.room === room.id && stage.seq <= heard));
}

/** What a tab knows of the rows beyond what is kept of them. */
export interface Knowledge {
  /** The rows as they are kept. */
  kept(ref: Ref): Unsent | undefined;
  readonly tab: string;
  /** What a place is called now. */
  placeOf(row: Unsent): Place;
}

/** What is shown of these rows, each at the stage that this tab knows it to be at. */
export function shown(before: Outbox, rows: Rows, { kept, tab, placeOf }: Knowledge): Outbox {
  const stages = new Map(before.map(({ ref, stage }) => [ref, stage]));
  return rows.map((row): Outgoing => {
    const { ref, content, thread, at } = row;
    const stage = stageNow(row, stages.get(ref), kept(ref), tab);
    return { ref, place: placeOf(row), content, ...(thread === undefined ? {} : { thread }), at, stage };
  });
}

function stageNow(row: Unsent, before: Stage | undefined, kept: Unsent | undefined, tab: string): Stage {
  if (row.refusal) {
    return { is: 'refused', ...row.refusal };
  }
  if (!kept) {
    return { is: 'new' };
  }
  if (row.claim && row.claim.tab !== tab) {
    return { is: 'elsewhere' };
  }
  return row.claim && before && isOnItsWay(before) ? before : { is: 'waiting' };
}

function isOnItsWay({ is }: Stage): boolean {
  return is === 'sent' || is === 'held' || is === 'stored';
}
