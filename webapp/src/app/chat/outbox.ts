import { PersonId, Ref, Refused, Stored } from '../message/message';
import { keyOf } from './place';
import { Outgoing, Room, Stage, State } from './state';

type Outbox = readonly Outgoing[];

/** Codes after which the same frame goes through by itself, later. */
const PASSING: ReadonlySet<string> = new Set(['slow_down', 'busy', 'storage_full', 'not_resumed']);
/** How long to wait (ms) where such a refusal does not say. */
const SOON = 1_000;

/** The message of this ref is now in this stage. */
export function staged(outbox: Outbox, ref: Ref, stage: Stage): Outbox {
  return outbox.map((outgoing) => (outgoing.ref === ref ? { ...outgoing, stage } : outgoing));
}

export function without(outbox: Outbox, ref: Ref): Outbox {
  return outbox.some((outgoing) => outgoing.ref === ref) ? outbox.filter((outgoing) => outgoing.ref !== ref) : outbox;
}

/**
 * What may be sent now: of each place the first message that waits, if none of that place is on its way. Only one is at
 * a time, so that none overtakes another, whatever the server refuses meanwhile.
 */
export function sendable(outbox: Outbox): Outbox {
  const taken = new Set(outbox.filter(({ stage }) => isOnItsWay(stage)).map(({ place }) => keyOf(place)));
  return outbox.filter(({ place, stage }) => {
    const isNext = stage.is === 'waiting' && !taken.has(keyOf(place));
    if (isNext) {
      taken.add(keyOf(place));
    }
    return isNext;
  });
}

function isOnItsWay({ is }: Stage): boolean {
  return is === 'sent' || is === 'held';
}

/** Whether the server still owes an answer, or will. */
export function isUnconfirmed({ stage }: Outgoing): boolean {
  return stage.is === 'waiting' || stage.is === 'sent' || stage.is === 'held';
}

/** The connection is gone: what was sent may not have arrived, and is to be sent again under the same ref. */
export function unanswered(outbox: Outbox): Outbox {
  return outbox.map((outgoing) =>
    outgoing.stage.is === 'refused' ? outgoing : { ...outgoing, stage: { is: 'waiting' as const } },
  );
}

/** The stage of a message that was so refused. */
export function stageOf({ code, text, retryAfter }: Refused): Stage {
  return PASSING.has(code) ? { is: 'held', ms: retryAfter ?? SOON } : { is: 'refused', code, text };
}

/** The server has this ref; the row goes once its entry is there. */
export function confirmed(state: State, { ref, recipient, seq }: Stored): Outbox {
  const heard = state.rooms.get(recipient)?.position?.seq ?? 0;
  return seq <= heard ? without(state.outbox, ref) : staged(state.outbox, ref, { is: 'stored', room: recipient, seq });
}

/** The rows that stay once a room was heard up to its position. */
export function unheard(outbox: Outbox, room: Room): Outbox {
  const heard = room.position?.seq ?? 0;
  return outbox.filter(({ stage }) => !(stage.is === 'stored' && stage.room === room.id && stage.seq <= heard));
}

/** The name of a person has changed: what is on its way to them goes on. */
export function readdressed(outbox: Outbox, from: string, to: string, person: PersonId, me?: PersonId): Outbox {
  const key = keyOf(`@${from}`);
  return person === me
    ? outbox
    : outbox.map((outgoing) => (keyOf(outgoing.place) === key ? { ...outgoing, place: `@${to}` } : outgoing));
}
