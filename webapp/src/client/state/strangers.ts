import { PersonId } from '../message/message';
import { Room, State } from './state';

/** How many of the last messages are taken for what is on the screen. */
const ON_SCREEN = 100;

/** The people whom something here concerns and who have no name yet. */
export function strangers({ rooms, people }: State): readonly PersonId[] {
  const ids = [...rooms.values()].flatMap((room) => [
    ...room.people,
    ...room.here,
    ...room.entries.slice(-ON_SCREEN).map(({ sender }) => sender),
    ...room.notices.map(({ person }) => person),
    ...room.happenings.flatMap((it) => [it.sender, ...(it.type === 'membership' ? [it.person] : [])]),
    ...room.entries.slice(-ON_SCREEN).flatMap(({ reactions = [] }) => reactions.flatMap(({ people }) => people)),
  ]);
  return [...new Set(ids)].filter((id) => !people.has(id));
}

/** Whose presence in a large room is of interest: those who talked last. Nobody, where everyone is named anyway. */
export function watched({ limits }: State, { count, entries }: Room): readonly PersonId[] {
  return limits.presence > 0 && count > limits.presence
    ? [...new Set(entries.slice(-ON_SCREEN).map(({ sender }) => sender))].sort().slice(0, limits.presence)
    : [];
}
