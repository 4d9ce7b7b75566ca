import { PersonId } from 'parley-client/message/message';
import { isSame, LOBBY } from 'parley-client/state/place';
import { Room } from 'parley-client/state/state';

/** What one can do to a room that one is in. */
export type RoomVerb = 'settle' | 'invite' | 'remove' | 'handOn' | 'archive' | 'reopen' | 'leave';

const NOTHING: readonly RoomVerb[] = [];

/**
 * What the server lets somebody do to a room that they are in: the lobby is nobody's, and a conversation never changes.
 * Whose room it is leaves it only once nobody else is in it; whether that is so, the server knows.
 */
export function roomVerbsFor(room: Room, me: PersonId | undefined): readonly RoomVerb[] {
  const isChanging = room.kind === 'public' || room.kind === 'private';
  if (!isChanging || (room.name && isSame(room.name, LOBBY))) {
    return NOTHING;
  }
  const isOwner = !!me && room.owner === me;
  if (room.archived) {
    return isOwner ? ['remove', 'handOn', 'reopen', 'leave'] : ['leave'];
  }
  return isOwner ? ['settle', 'invite', 'remove', 'handOn', 'archive', 'leave'] : ['invite', 'leave'];
}
