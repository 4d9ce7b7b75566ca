import { PersonId } from 'parley-client/message/message';
import { Peeks, peeksOf } from 'parley-client/state/peeks';
import { Entry, Room } from 'parley-client/state/state';
import { Door } from '../chat/doors';
import { isConversation } from '../chat/sections';

/** So many of the first unread messages of a place are shown. */
export const SHOWN = 3;

/** The doors behind which something waits, the most urgent first: what names one, what is said to one alone, the rest. */
export function urgent(doors: readonly Door[]): readonly Door[] {
  const rank = (door: Door) => (door.mentions ? 0 : isConversation(door) ? 1 : 2);
  return doors.filter(({ badge }) => badge > 0).sort((a, b) => rank(a) - rank(b));
}

/** The first messages of a room that one has not read; nothing, where they have to be read first. */
export function firstUnread(room: Room, peeks: Peeks, me: PersonId | undefined): readonly Entry[] | undefined {
  const read = room.from <= room.seen ? room.entries : peeksOf(peeks, room.id);
  const isFirst = ({ seq, sender, thread, deleted }: Entry) =>
    seq > room.seen && sender !== me && thread === undefined && !deleted;
  const unread = read.filter(isFirst).slice(0, SHOWN);
  return unread.length || read === room.entries ? unread : undefined;
}
