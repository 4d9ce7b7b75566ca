import { PersonId } from 'parley-client/message/message';
import { Entry, Room } from 'parley-client/state/state';

/** What one can do to a message. */
export type Verb = 'react' | 'reply' | 'edit' | 'pin' | 'link' | 'unread' | 'delete';

const NOTHING: readonly Verb[] = [];
const READ: readonly Verb[] = ['link', 'unread'];
const TALK: readonly Verb[] = ['react', 'reply', 'pin', 'link', 'unread'];
const TALK_OF_OWN: readonly Verb[] = ['react', 'reply', 'edit', 'pin', 'link', 'unread', 'delete'];

/**
 * What the server lets somebody do to a message of a room that they are in: in an archived one, only their own go. What
 * is unread of a room has nothing to do with replies.
 */
export function verbsFor(entry: Entry, room: Room, me: PersonId | undefined): readonly Verb[] {
  const verbs = entry.deleted ? NOTHING : verbsForSaid(entry, room, me);
  return entry.thread === undefined ? verbs : verbs.filter((verb) => verb !== 'unread');
}

function verbsForSaid({ sender }: Entry, { archived }: Room, me: PersonId | undefined): readonly Verb[] {
  const isOwn = sender === me;
  if (archived) {
    return isOwn ? [...READ, 'delete'] : READ;
  }
  return isOwn ? TALK_OF_OWN : TALK;
}
