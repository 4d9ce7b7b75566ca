import { Followed, PersonId } from '../message/message';
import { Entry, Room } from './state';

/** The threads of a room that this person follows and has not read, here or elsewhere. */
export function unreadThreads(room: Pick<Room, 'reading' | 'readThreads' | 'entries'>): readonly Followed[] {
  return (room.reading?.threads ?? []).filter((followed) => !isRead(room, followed));
}

/** Whether it was read here, and nothing was said in it since. */
function isRead({ readThreads, entries }: Pick<Room, 'readThreads' | 'entries'>, { thread }: Followed): boolean {
  const read = readThreads.get(thread);
  return read !== undefined && !entries.some((entry) => entry.thread === thread && entry.seq > read);
}

/** The threads of which the server does not know yet that they were read here, and how far. */
export function owedThreads({ reading, readThreads }: Room): readonly Pick<Followed, 'thread' | 'seq'>[] {
  return (reading?.threads ?? []).flatMap(({ thread, seq }) => {
    const read = readThreads.get(thread);
    return read !== undefined && read > seq ? { thread, seq: read } : [];
  });
}

/** The room, once this thread was read up to where the room is heard. */
export function threadRead(room: Room, thread: number): Room {
  return { ...room, readThreads: new Map(room.readThreads).set(thread, room.position?.seq ?? 0) };
}

/**
 * Whether somebody follows a thread, as far as these messages of it tell: who began it, who replied, and who was named in
 * it are told of what comes then.
 */
export function isFollowed(entries: readonly Entry[], me: PersonId): boolean {
  return entries.some(
    ({ sender, mentions, here, deleted }) => !deleted && (sender === me || here || mentions?.includes(me)),
  );
}
