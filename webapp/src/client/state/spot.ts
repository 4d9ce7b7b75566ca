import { shownOf } from './past';
import { Complaint, Room } from './state';

/** What a person is told whose link led to nothing that can be read. */
export function lossOf(room: Room): Complaint | undefined {
  if (!room.spot) {
    return undefined;
  }
  const { seq } = room.spot;
  const entry = shownOf(room).entries.find((other) => other.seq === seq);
  if (!entry) {
    return { is: 'lost' };
  }
  return entry.deleted ? { is: 'deleted' } : undefined;
}
