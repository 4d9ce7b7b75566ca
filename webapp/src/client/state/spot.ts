import { shownOf } from './past';
import { Room } from './state';

/** What is said where a link led to nothing that can be read; nothing, where it did. */
export function lostWords(room: Room): string | undefined {
  if (!room.spot) {
    return undefined;
  }
  const { seq } = room.spot;
  const entry = shownOf(room).entries.find((other) => other.seq === seq);
  if (!entry) {
    return 'The message that this link leads to is not in this room.';
  }
  return entry.deleted ? 'The message that this link leads to has been deleted.' : undefined;
}
