package chat.parley.room;

import chat.parley.log.Outcome;
import chat.parley.log.Page;
import chat.parley.log.Story;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a room's pass is told. */
sealed interface RoomEvent {
  /** These drafts were decided. */
  record Committed(List<Outcome> outcomes) implements RoomEvent {}

  /** The room is stored. */
  record Begun() implements RoomEvent {}

  /**
   * This connection wants to hear the room from the position on, or from the log's tail if it has
   * none.
   */
  record Enter(Member member, Optional<Position> position) implements RoomEvent {}

  /**
   * What was read for a connection that wants to hear the room.
   *
   * @param enter what it asked for
   * @param upTo how far everyone else had heard the room then
   * @param story all of what it is to be told up to there, or the first stretch of it
   */
  record Read(Enter enter, Position upTo, Story story) implements RoomEvent {
    /** What of it another one is to be told who waits for the room; empty if that isn't in it. */
    Optional<Story> share(Enter other) {
      return other.position().equals(enter.position())
          ? Optional.of(story)
          : other.position().flatMap(story::after);
    }
  }

  /** It can't be read. */
  record NotRead() implements RoomEvent {}

  /** A page was read for a connection that asked for it. */
  record Turned(Turning turning, Page page) implements RoomEvent {}

  /** This connection is gone. */
  record Exit(Member member) implements RoomEvent {}

  /** This person is here now. */
  record Come(PersonId person) implements RoomEvent {}

  /** This person is not here any more. */
  record Go(PersonId person) implements RoomEvent {}

  /** This connection has these people on its screen. */
  record Watch(Member member, Set<PersonId> people) implements RoomEvent {}

  /** This connection asks who is in the room, after this person, or from the first one on. */
  record Muster(Member member, Ref ref, PersonId after) implements RoomEvent {}

  /** This person is writing something. */
  record Type(PersonId person) implements RoomEvent {}

  /** The second is over: say who came and went, and who is writing. */
  record Beat() implements RoomEvent {}
}
