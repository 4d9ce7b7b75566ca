package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;

/** A sender's own name for an entry of a room, by which a repeat is known. */
record OwnRef(RoomId room, PersonId sender, Ref ref) {
  /** That of a draft, which has one. */
  static OwnRef of(Draft draft) {
    return new OwnRef(draft.room().id(), draft.sender(), draft.ref());
  }
}
