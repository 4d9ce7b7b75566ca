import { RoomId } from '../message/message';
import { bounded } from './past';
import { Room, State } from './state';

/** So many entries are held of all rooms together before some are let go. */
export const HELD_IN_ALL = 5_000;
/** So many stay of each room then where nobody is. */
export const HELD_ASIDE = 100;

/**
 * What the client knows, with less of the rooms other than this one, where it holds much of all of them. What they let go
 * of is read by pages, as what lies before any tail is; how far they were heard and read stays as it was.
 */
export function thrifty(state: State, here: RoomId | undefined): State {
  const rooms = [...state.rooms.values()];
  const isTooMuch = (room: Room) => room.id !== here && heldOf(room) > HELD_ASIDE;
  return rooms.reduce((sum, room) => sum + heldOf(room), 0) > HELD_IN_ALL && rooms.some(isTooMuch)
    ? { ...state, rooms: new Map(rooms.map((room) => [room.id, isTooMuch(room) ? bounded(room, HELD_ASIDE) : room])) }
    : state;
}

function heldOf({ entries, happenings }: Room): number {
  return entries.length + happenings.length;
}
