import { RoomId } from '../message/message';
import { State } from './state';

/** How far each room was seen: what a browser keeps of it. */
export function seenIn({ rooms }: State): Readonly<Record<RoomId, number>> {
  return Object.fromEntries([...rooms.values()].map(({ id, seen }) => [id, seen]));
}

/** The state with what a browser has kept, in rooms of which nothing has been heard yet. What can't be read is left out. */
export function withSeen(state: State, kept: unknown): State {
  if (typeof kept !== 'object' || kept === null) {
    return state;
  }
  const seen = new Map(Object.entries(kept).filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
  const rooms = [...state.rooms].map(([id, room]) => {
    const known = seen.get(id);
    return [id, room.position || known === undefined ? room : { ...room, seen: known }] as const;
  });
  return { ...state, rooms: new Map(rooms) };
}
