import { AnyEntry, ClientMessage, PersonId, Reason, Ref, Refused, RoomId, Stored } from '../message/message';
import { amended } from './amend';
import { isPassing, SOON } from './stages';
import { Entry } from './state';

/** What somebody does to a message that the server has stored. */
export type Deed =
  | { readonly is: 'edit'; readonly content: string }
  | { readonly is: 'delete' }
  | { readonly is: 'reaction'; readonly emoji: string; readonly on: boolean }
  | { readonly is: 'pin'; readonly on: boolean };

/** What became of it. */
export type ActStage =
  /** To be sent, after all that was done before in its room. */
  | { readonly is: 'waiting' }
  /** Sent, and not answered yet. */
  | { readonly is: 'sent' }
  /** Refused for now: to be sent again after so many milliseconds. */
  | { readonly is: 'held'; readonly ms: number }
  /** Stored as this entry, which has not come yet. */
  | { readonly is: 'stored'; readonly seq: number }
  /** An edit that was refused: the words are the person's to keep or throw away. */
  | ({ readonly is: 'refused' } & Reason);

/** Something done here that has not come back yet. */
export interface Act {
  readonly ref: Ref;
  readonly room: RoomId;
  /** The message that it is done to. */
  readonly target: number;
  readonly deed: Deed;
  readonly at: string;
  readonly stage: ActStage;
}

type Acts = readonly Act[];

/** Something was done. It takes the place of what it undoes, where that is not on its way yet. */
export function begun(acts: Acts, act: Act): Acts {
  return [...acts.filter((other) => !isReplaced(other, act)), act];
}

function isReplaced({ room, target, deed, stage }: Act, by: Act): boolean {
  const isSame = room === by.room && target === by.target && kindOf(deed) === kindOf(by.deed);
  return isSame && (stage.is === 'waiting' || stage.is === 'refused');
}

function kindOf(deed: Deed): string {
  return deed.is === 'reaction' ? `reaction ${deed.emoji}` : deed.is;
}

/** What can be sent: the first of each room, so that none overtakes another. */
export function due(acts: Acts): Acts {
  const open = acts.filter(({ stage }) => stage.is !== 'refused');
  return open.filter((act, i) => act.stage.is === 'waiting' && open.findIndex(({ room }) => room === act.room) === i);
}

/** The act of this ref is now at this stage. */
export function actStaged(acts: Acts, ref: Ref, stage: ActStage): Acts {
  return acts.map((act) => (act.ref === ref ? { ...act, stage } : act));
}

export function withoutAct(acts: Acts, ref: Ref): Acts {
  return acts.some((act) => act.ref === ref) ? acts.filter((act) => act.ref !== ref) : acts;
}

/** Whether the server still owes an answer, or will. */
export function isUnanswered({ stage }: Act): boolean {
  return stage.is !== 'refused' && stage.is !== 'stored';
}

/** The connection is gone: whatever is not known to be refused is to be sent again, under the same ref. */
export function unansweredActs(acts: Acts): Acts {
  return acts.map((act) => (act.stage.is === 'refused' ? act : { ...act, stage: { is: 'waiting' as const } }));
}

/** What is left once this entry of a room was heard. */
export function heardActs(acts: Acts, { recipient, seq }: AnyEntry, ref: Ref | undefined): Acts {
  return acts.some((act) => isHeard(act, recipient, seq, ref))
    ? acts.filter((act) => !isHeard(act, recipient, seq, ref))
    : acts;
}

function isHeard({ ref, room, stage }: Act, recipient: RoomId, seq: number, heard: Ref | undefined): boolean {
  return room === recipient && (ref === heard || (stage.is === 'stored' && stage.seq <= seq));
}

/** The server has it, and its room was heard up to a seq. */
export function storedActs(acts: Acts, { ref, seq }: Stored, heard: number): Acts {
  return seq <= heard ? withoutAct(acts, ref) : actStaged(acts, ref, { is: 'stored', seq });
}

/** An edit that is refused stays, for its words; all else that is refused for good is gone. */
export function refusedActs(acts: Acts, ref: Ref, { code, text, retryAfter }: Refused): Acts {
  if (isPassing(code)) {
    return actStaged(acts, ref, { is: 'held', ms: retryAfter ?? SOON });
  }
  const isEdit = acts.some((act) => act.ref === ref && act.deed.is === 'edit');
  return isEdit ? actStaged(acts, ref, { is: 'refused', code, text }) : withoutAct(acts, ref);
}

/** What goes over the socket. */
export function frameOf({ ref, room, target, deed }: Act): ClientMessage {
  const { is, ...rest } = deed;
  return { type: is, ref, recipient: room, target, ...rest } as ClientMessage;
}

/** The messages of a room as they will be once all that was done to them is stored. */
export function foreseen(entries: readonly Entry[], acts: Acts, me: PersonId): readonly Entry[] {
  return acts
    .filter(({ stage }) => stage.is !== 'refused')
    .reduce((before, { deed, target, room, at }) => {
      const { is, ...rest } = deed;
      const stamp = { recipient: room, seq: Infinity, mark: '', sender: me, at, target, author: me };
      return amended(before, { type: is, ...stamp, ...rest } as Parameters<typeof amended>[1]);
    }, entries);
}
