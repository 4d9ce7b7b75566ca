package chat.parley.room;

import chat.parley.log.Act;
import chat.parley.log.Past;
import chat.parley.log.Said;
import chat.parley.message.Code;
import chat.parley.message.PersonId;
import chat.parley.message.Refusal;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import java.sql.SQLException;

/**
 * Who may do what in a room, judged at one place of its order. Until there are roles: members
 * write, react, pin and invite; one edits and deletes only what one has said oneself; the owner
 * removes, sets, and hands the room on.
 */
final class Rules {
  /** Rooms that somebody may be invited to at a time. */
  static final int MAX_INVITATIONS = 100;

  private final Standing now;
  private final Past past;
  private final PersonId sender;

  /**
   * @param now the room at this place of its order
   * @param past what it holds
   * @param sender who wants to do something
   */
  Rules(Standing now, Past past, PersonId sender) {
    this.now = now;
    this.past = past;
    this.sender = sender;
  }

  /**
   * @throws Refusal if that may not be done
   */
  void check(Act act) throws SQLException {
    if (act instanceof Act.Belong belong) {
      belong(belong.person(), belong);
      return;
    }
    require(Rank.MEMBER);
    if (act instanceof Act.Delete delete) {
      own(delete.target());
      return;
    }
    if (act instanceof Act.Settle settle) {
      settle(settle);
      return;
    }
    requireOpen();
    if (act instanceof Act.Say say) {
      reply(say.thread());
    } else if (act instanceof Act.Edit edit) {
      requireThere(own(edit.target()));
    } else if (act instanceof Act.React react) {
      requireThere(message(react.target()));
    } else if (act instanceof Act.Pin pin) {
      requireThere(message(pin.target()));
    }
  }

  private void reply(Long thread) throws SQLException {
    if (thread != null) {
      Said root = requireThere(message(thread));
      if (root.thread() != null) {
        throw new Refusal(
            Code.NO_SUCH_MESSAGE,
            "That message is a reply itself: reply to the one that it belongs to, "
                + root.thread()
                + ".");
      }
    }
  }

  private Said message(long seq) throws SQLException {
    return past.message(seq)
        .orElseThrow(
            () ->
                new Refusal(Code.NO_SUCH_MESSAGE, "There is no message " + seq + " in this room."));
  }

  private static Said requireThere(Said message) {
    if (message.deleted()) {
      throw new Refusal(Code.NO_SUCH_MESSAGE, "That message has been deleted.");
    }
    return message;
  }

  private Said own(long seq) throws SQLException {
    Said message = message(seq);
    if (!message.author().equals(sender)) {
      throw new Refusal(Code.NOT_YOURS, "That message is somebody else's.");
    }
    return message;
  }

  private void settle(Act.Settle settle) {
    requireOwner();
    if (now.kind() == RoomKind.PRIVATE && Title.NONE.equals(settle.title())) {
      throw new Refusal(Code.EMPTY, "A private room needs a title.");
    }
    if (settle.archived() == null) {
      requireOpen();
    }
  }

  private void belong(PersonId person, Act.Belong belong) {
    switch (belong.change()) {
      case JOINED -> join();
      case LEFT -> leave();
      case INVITED -> invite(person);
      case DECLINED -> decline();
      case REMOVED -> remove(person);
      case OWNER -> handOn(person);
    }
  }

  private void join() {
    if (now.rank(sender).isAtLeast(Rank.MEMBER)) {
      throw new Refusal(Code.ALREADY_IN, "You are in this room.");
    }
    if (now.kind() != RoomKind.PUBLIC && !now.isNew()) {
      require(Rank.INVITED);
    }
    requireOpen();
    if (now.limit() > 0 && now.joined(sender) >= now.limit()) {
      throw tooManyRooms(now.limit());
    }
  }

  static Refusal tooManyRooms(int limit) {
    return new Refusal(Code.TOO_MANY_ROOMS, "You are in " + limit + " rooms. Leave one first.");
  }

  private void leave() {
    requireChanging();
    require(Rank.MEMBER);
    if (now.rank(sender) == Rank.OWNER && now.isSharedBy(sender)) {
      throw new Refusal(
          Code.OWNER, "This room is yours: hand it on to somebody else before you leave it.");
    }
  }

  private void invite(PersonId person) {
    require(Rank.MEMBER);
    requireChanging();
    requireOpen();
    if (now.rank(person) != Rank.STRANGER) {
      throw new Refusal(Code.ALREADY_IN, "They are in this room, or invited to it.");
    }
    if (now.invitations(person) >= MAX_INVITATIONS) {
      throw new Refusal(
          Code.TOO_MANY_ROOMS, "They have " + MAX_INVITATIONS + " invitations to answer first.");
    }
  }

  private void decline() {
    if (now.rank(sender) != Rank.INVITED) {
      throw now.kind() == RoomKind.PUBLIC || now.rank(sender).isAtLeast(Rank.MEMBER)
          ? new Refusal(Code.NOT_MEMBER, "You are not invited to this room.")
          : noSuchRoom();
    }
  }

  private void remove(PersonId person) {
    require(Rank.MEMBER);
    requireOwner();
    if (person.equals(sender)) {
      throw new Refusal(Code.OWNER, "You can't remove yourself: leave the room.");
    }
    if (now.rank(person) == Rank.STRANGER) {
      throw new Refusal(Code.NOT_MEMBER, "They are not in this room.");
    }
  }

  private void handOn(PersonId person) {
    require(Rank.MEMBER);
    requireOwner();
    if (!now.rank(person).isAtLeast(Rank.MEMBER)) {
      throw new Refusal(Code.NOT_MEMBER, "They are not in this room.");
    }
  }

  private void requireOwner() {
    requireChanging();
    if (now.rank(sender) != Rank.OWNER) {
      throw new Refusal(Code.NOT_OWNER, "Only the room's owner may do that.");
    }
  }

  private void requireChanging() {
    if (now.isForEveryone()) {
      throw new Refusal(Code.LOBBY, "Everyone is in #lobby, and it is nobody's.");
    }
    if (now.kind().isFixed() && now.rank(sender).isAtLeast(Rank.MEMBER)) {
      throw new Refusal(Code.FIXED, "The people of a conversation never change.");
    }
  }

  private void requireOpen() {
    if (now.isArchived()) {
      throw new Refusal(Code.ARCHIVED, "This room is archived.");
    }
  }

  /** What a person may not know of is, for them, not there. */
  private void require(Rank rank) {
    if (!now.rank(sender).isAtLeast(rank)) {
      throw now.isKnownTo(sender)
          ? new Refusal(Code.NOT_JOINED, "You are not in this room. Join it first.")
          : noSuchRoom();
    }
  }

  private static Refusal noSuchRoom() {
    return new Refusal(Code.NO_SUCH_ROOM, "There is no such room.");
  }
}
