import { RoomId } from '../message/message';
import { keyOf, Place } from './place';
import { Room, roomAt, State } from './state';

/** What was written at a place in this browser. It wins over what the server tells as long as one is writing. */
export interface Draft {
  readonly place: Place;
  /** Empty where what stood there was said or taken away. */
  readonly text: string;
  /** When it was written, by the page's clock. */
  readonly at: number;
  readonly stage:
    | 'written'
    /** The server was told of it on the connection that stands, … */
    | 'sent'
    /** … and has told since what it has. */
    | 'answered';
}

/** By what is equal for all names of a place. */
export type Drafts = ReadonlyMap<string, Draft>;

/** For so long after the last key (ms) one is writing: what another device writes meanwhile is not shown. */
export const WRITING = 5_000;

const NOTE = 'draft:';

/** Where one writes in a thread: it has a draft of its own. */
export function threadPlace(room: RoomId, thread: number): Place {
  return `r_${room.slice(2)}/${thread}`;
}

/** The note that holds what was begun at a place, or in a thread there; nothing, where there is no room yet. */
export function noteKeyAt(state: State, place: Place): string | undefined {
  const [at, thread] = place.split('/');
  const room = roomAt(state, at as Place);
  return room && noteKeyOf(room, thread);
}

function noteKeyOf({ id }: Room, thread?: string): string {
  return NOTE + id + (thread === undefined ? '' : `:${thread}`);
}

/** What is begun at a place, and not said yet, on whichever device. */
export function draftAt(state: State, place: Place): string {
  return state.drafts.get(keyOf(place))?.text ?? noteAt(state, place);
}

/** The same, where the room at the place is known. */
export function draftIn(state: State, place: Place, room: Room | undefined): string {
  return state.drafts.get(keyOf(place))?.text ?? noteUnder(state, room && noteKeyOf(room));
}

/** What the server has of a place's draft. */
export function noteAt(state: State, place: Place): string {
  return noteUnder(state, noteKeyAt(state, place));
}

function noteUnder({ notes }: State, key: string | undefined): string {
  return (key === undefined ? undefined : notes.values.get(key)) ?? '';
}

/** Whether the server knows better from now on: it has this draft, or another one, and nobody is writing here. */
export function isOver(state: State, draft: Draft, now: number): boolean {
  const isKnown = draft.stage === 'answered' || (draft.stage === 'sent' && draft.text === noteAt(state, draft.place));
  return isKnown && !!state.notes.position && now - draft.at >= WRITING;
}

/** The drafts with this one in the place of what was written there before. */
export function withDraft(drafts: Drafts, draft: Draft): Drafts {
  return new Map(drafts).set(keyOf(draft.place), draft);
}

export function withoutDraft(drafts: Drafts, place: Place): Drafts {
  return new Map([...drafts].filter(([key]) => key !== keyOf(place)));
}

/** The connection is gone, and with it perhaps what was sent. */
export function unsentDrafts(drafts: Drafts): Drafts {
  return new Map(
    [...drafts].map(([key, draft]) => [key, draft.stage === 'sent' ? { ...draft, stage: 'written' as const } : draft]),
  );
}
