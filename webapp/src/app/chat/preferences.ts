import { RoomId } from 'parley-client/message/message';
import { noteAt, Notes } from 'parley-client/state/notes';
import { Room } from 'parley-client/state/state';

/** What of a room somebody wants to be told of while they are elsewhere. */
export type Level = 'all' | 'mentions' | 'nothing';

export const LEVELS: readonly Level[] = ['all', 'mentions', 'nothing'];

/** How somebody wants to have a room, on all of their devices. */
export interface Preferences {
  readonly isFavourite: boolean;
  /** Only what is for them counts. */
  readonly isMuted: boolean;
  readonly level: Level;
}

/** How a room is as long as nobody wants it otherwise: of a conversation one is told of everything. */
export function usual(kind: string): Preferences {
  return { isFavourite: false, isMuted: false, level: kind === 'direct' || kind === 'group' ? 'all' : 'mentions' };
}

/** How somebody wants to have this room. */
export function preferencesOf(notes: Notes, { id, kind }: Pick<Room, 'id' | 'kind'>): Preferences {
  const level = noteAt(notes, `level:${id}`);
  return {
    isFavourite: noteAt(notes, `favourite:${id}`) !== undefined,
    isMuted: noteAt(notes, `mute:${id}`) !== undefined,
    level: LEVELS.find((other) => other === level) ?? usual(kind).level,
  };
}

/** What can be wanted otherwise. */
export type Preference = 'favourite' | 'mute' | Level;

/** The note that has one of these otherwise; a level is wanted, the others are turned on or off. */
export function noteOf(
  room: RoomId,
  which: Preference,
  { isFavourite, isMuted }: Preferences,
): { readonly key: string; readonly value?: string } {
  switch (which) {
    case 'favourite':
      return { key: `favourite:${room}`, ...(isFavourite ? {} : { value: 'yes' }) };
    case 'mute':
      return { key: `mute:${room}`, ...(isMuted ? {} : { value: 'yes' }) };
    default:
      return { key: `level:${room}`, value: which };
  }
}
