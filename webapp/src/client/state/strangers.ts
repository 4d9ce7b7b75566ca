import { PersonId } from '../message/message';
import { Room, State } from './state';

/** How many of the last messages are taken for what is on the screen. */
const ON_SCREEN = 100;

/** The people whom something here concerns and who have no name yet. */
export function strangers({ rooms, people }: State): readonly PersonId[] {
  const ids = [...rooms.values()].flatMap((room) => [
    ...concerned(room),
    ...room.here,
    ...room.notices.map(({ person }) => person),
  ]);
  return [...new Set(ids)].filter((id) => !people.has(id));
}

/** The people who are named where a room's last messages are shown. */
export function concerned(room: Room): readonly PersonId[] {
  return [
    ...room.people,
    ...room.entries.slice(-ON_SCREEN).map(({ sender }) => sender),
    ...room.happenings.flatMap((it) => [it.sender, ...(it.type === 'membership' ? [it.person] : [])]),
    ...room.entries.slice(-ON_SCREEN).flatMap(({ reactions = [] }) => reactions.flatMap(({ people }) => people)),
  ];
}

/** Whose presence in a large room is of interest: those who talked last. Nobody, where everyone is named anyway. */
export function watched({ limits }: State, { count, entries }: Room): readonly PersonId[] {
  return limits.presence > 0 && count > limits.presence
    ? [...new Set(entries.slice(-ON_SCREEN).map(({ sender }) => sender))].sort().slice(0, limits.presence)
    : [];
}
