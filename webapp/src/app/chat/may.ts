import { PersonId } from 'parley-client/message/message';
import { Entry, Room } from 'parley-client/state/state';

/** What one can do to a message. */
export type Verb = 'react' | 'reply' | 'edit' | 'pin' | 'link' | 'unread' | 'delete';

const NOTHING: readonly Verb[] = [];
const READ: readonly Verb[] = ['link', 'unread'];
const TALK: readonly Verb[] = ['react', 'reply', 'pin', 'link', 'unread'];
const TALK_OF_OWN: readonly Verb[] = ['react', 'reply', 'edit', 'pin', 'link', 'unread', 'delete'];

/** What the server lets somebody do to a message of a room that they are in: in an archived one, only their own go. */
export function verbsFor({ sender, deleted }: Entry, { archived }: Room, me: PersonId | undefined): readonly Verb[] {
  if (deleted) {
    return NOTHING;
  }
  const isOwn = sender === me;
  if (archived) {
    return isOwn ? [...READ, 'delete'] : READ;
  }
  return isOwn ? TALK_OF_OWN : TALK;
}
