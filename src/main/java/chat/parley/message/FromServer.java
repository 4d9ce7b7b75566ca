package chat.parley.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a server may say to a {@code parley.v1} client. A null field is left out of the frame. */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "welcome", type = FromServer.Welcome.class),
      @JsonbSubtype(alias = "invitations", type = FromServer.Invitations.class),
      @JsonbSubtype(alias = "reset", type = FromServer.Reset.class),
      @JsonbSubtype(alias = "message", type = FromServer.Said.class),
      @JsonbSubtype(alias = "edit", type = FromServer.Edited.class),
      @JsonbSubtype(alias = "delete", type = FromServer.Deleted.class),
      @JsonbSubtype(alias = "reaction", type = FromServer.Reacted.class),
      @JsonbSubtype(alias = "pin", type = FromServer.Pinned.class),
      @JsonbSubtype(alias = "settings", type = FromServer.Settled.class),
      @JsonbSubtype(alias = "membership", type = FromServer.Belongs.class),
      @JsonbSubtype(alias = "stored", type = FromServer.Stored.class),
      @JsonbSubtype(alias = "page", type = FromServer.Page.class),
      @JsonbSubtype(alias = "rooms", type = FromServer.Rooms.class),
      @JsonbSubtype(alias = "members", type = FromServer.Members.class),
      @JsonbSubtype(alias = "mentions", type = FromServer.Mentions.class),
      @JsonbSubtype(alias = "typing", type = FromServer.Typing.class),
      @JsonbSubtype(alias = "state", type = FromServer.State.class),
      @JsonbSubtype(alias = "notes", type = FromServer.Notes.class),
      @JsonbSubtype(alias = "joined", type = FromServer.Joined.class),
      @JsonbSubtype(alias = "left", type = FromServer.Left.class),
      @JsonbSubtype(alias = "presence", type = FromServer.Presence.class),
      @JsonbSubtype(alias = "person", type = FromServer.Named.class),
      @JsonbSubtype(alias = "refused", type = FromServer.Refused.class),
      @JsonbSubtype(alias = "ping", type = FromServer.Ping.class),
      @JsonbSubtype(alias = "pong", type = FromServer.Pong.class)
    })
public sealed interface FromServer extends Message {
  /** Who you are, what holds here, and the rooms you are in with where each ends now. */
  @JsonbPropertyOrder({
    "version",
    "connection",
    "person",
    "limits",
    "heartbeat",
    "people",
    "rooms",
    "invitations"
  })
  record Welcome(
      String version,
      UUID connection,
      Person person,
      Limits limits,
      Heartbeat heartbeat,
      List<Person> people,
      List<RoomState> rooms,
      List<Invited> invitations)
      implements FromServer {}

  /** The invitations that are open now. */
  @JsonbPropertyOrder({"people", "invitations"})
  record Invitations(List<Person> people, List<Invited> invitations) implements FromServer {}

  /** Forget the room: your position is now (seq, mark), and the entries after it follow. */
  @JsonbPropertyOrder({"recipient", "room", "seq", "mark", "first"})
  record Reset(RoomId recipient, RoomState room, long seq, Mark mark, long first)
      implements FromServer {}

  /** An entry of a room. The components of the first line are those that each has. */
  sealed interface Entered extends FromServer {
    /** The room. */
    RoomId recipient();

    /** Its number in the room. */
    long seq();
  }

  /**
   * An entry: something that was said, as it is now.
   *
   * @param content its present text; null where it was deleted
   * @param mentions whom the text names; null for nobody
   * @param here whether the text names everyone in the room; else null
   * @param thread the message it replies to; null if it is no reply
   * @param edited true if the text is not the first one; else null
   * @param deleted true if it was deleted; else null
   */
  @JsonbPropertyOrder({
    "recipient",
    "seq",
    "mark",
    "sender",
    "content",
    "mentions",
    "here",
    "thread",
    "edited",
    "deleted",
    "at",
    "ref"
  })
  record Said(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      String content,
      List<PersonId> mentions,
      Boolean here,
      Long thread,
      Boolean edited,
      Boolean deleted,
      Instant at,
      Ref ref)
      implements Entered {}

  /**
   * An entry: the message {@code target} has another text.
   *
   * @param content the text; null where it is not the present one
   */
  @JsonbPropertyOrder({
    "recipient",
    "seq",
    "mark",
    "sender",
    "target",
    "content",
    "mentions",
    "here",
    "at",
    "ref"
  })
  record Edited(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      long target,
      String content,
      List<PersonId> mentions,
      Boolean here,
      Instant at,
      Ref ref)
      implements Entered {}

  /**
   * An entry: the message {@code target} is gone.
   *
   * @param author whose it was
   * @param thread the message it replied to; null if it was no reply
   */
  @JsonbPropertyOrder({
    "recipient",
    "seq",
    "mark",
    "sender",
    "target",
    "author",
    "thread",
    "at",
    "ref"
  })
  record Deleted(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      long target,
      PersonId author,
      Long thread,
      Instant at,
      Ref ref)
      implements Entered {}

  /** An entry: the sender's reaction to the message {@code target} stands there, or not. */
  @JsonbPropertyOrder({"recipient", "seq", "mark", "sender", "target", "emoji", "on", "at", "ref"})
  record Reacted(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      long target,
      Emoji emoji,
      boolean on,
      Instant at,
      Ref ref)
      implements Entered {}

  /** An entry: the message {@code target} is pinned, or not. */
  @JsonbPropertyOrder({"recipient", "seq", "mark", "sender", "target", "on", "at", "ref"})
  record Pinned(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      long target,
      boolean on,
      Instant at,
      Ref ref)
      implements Entered {}

  /** An entry: this was set of the room; what is null stayed as it was. */
  @JsonbPropertyOrder({
    "recipient",
    "seq",
    "mark",
    "sender",
    "title",
    "topic",
    "archived",
    "at",
    "ref"
  })
  record Settled(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      Title title,
      Topic topic,
      Boolean archived,
      Instant at,
      Ref ref)
      implements Entered {}

  /** An entry: this happened to the person's place in the room. */
  @JsonbPropertyOrder({"recipient", "seq", "mark", "sender", "person", "change", "at", "ref"})
  record Belongs(
      RoomId recipient,
      long seq,
      Mark mark,
      PersonId sender,
      PersonId person,
      Membership change,
      Instant at,
      Ref ref)
      implements Entered {}

  /** This ref had been stored before. */
  @JsonbPropertyOrder({"ref", "recipient", "seq", "at"})
  record Stored(Ref ref, RoomId recipient, long seq, Instant at) implements FromServer {}

  /**
   * A page of a room's history.
   *
   * @param ref of what asked for it
   * @param asOf the entry up to which all is told as it is
   * @param entries in order
   * @param reactions that stand at these messages
   * @param replies what there is of these messages' threads
   * @param pins those of these messages that are pinned
   * @param before the first entry's seq, if there are others before it; else null
   * @param after the last entry's seq, if there are others after it; else null
   */
  @JsonbPropertyOrder({
    "ref",
    "recipient",
    "asOf",
    "entries",
    "reactions",
    "replies",
    "pins",
    "before",
    "after"
  })
  record Page(
      Ref ref,
      RoomId recipient,
      long asOf,
      List<FromServer> entries,
      List<Reactions> reactions,
      List<Replies> replies,
      List<Long> pins,
      Long before,
      Long after)
      implements FromServer {}

  /**
   * Public rooms, by name.
   *
   * @param ref of what asked for them
   * @param more true if there are others after them; else null
   */
  @JsonbPropertyOrder({"ref", "rooms", "more"})
  record Rooms(Ref ref, List<Listed> rooms, Boolean more) implements FromServer {}

  /**
   * Who is in a room, by id.
   *
   * @param ref of what asked for them
   * @param count how many members there are, all in all
   * @param invited who may join it
   * @param after the last one's id, if there are others after it; else null
   */
  @JsonbPropertyOrder({"ref", "recipient", "count", "members", "invited", "after"})
  record Members(
      Ref ref,
      RoomId recipient,
      int count,
      List<PersonId> members,
      List<PersonId> invited,
      PersonId after)
      implements FromServer {}

  /**
   * The messages that named you last, the newest first.
   *
   * @param ref of what asked for them
   * @param more true if there were others before them; else null
   */
  @JsonbPropertyOrder({"ref", "mentions", "more"})
  record Mentions(Ref ref, List<Mention> mentions, Boolean more) implements FromServer {}

  /**
   * Who is writing in a room just now.
   *
   * @param several true if those are too many to be named; else null
   */
  @JsonbPropertyOrder({"recipient", "people", "several"})
  record Typing(RoomId recipient, List<PersonId> people, Boolean several) implements FromServer {}

  /** What you have not read in these rooms. */
  record State(List<Reading> rooms) implements FromServer {}

  /**
   * Your notes, as they are now.
   *
   * @param after the version that these changes follow on; null if these are all that you have
   * @param version your notes' version with them
   * @param mark of this run of the server
   * @param notes those that have changed, in the order in which they did
   */
  @JsonbPropertyOrder({"after", "version", "mark", "notes"})
  record Notes(Long after, long version, Mark mark, List<Note> notes) implements FromServer {}

  /** A person came. */
  @JsonbPropertyOrder({"recipient", "person"})
  record Joined(RoomId recipient, PersonId person) implements FromServer {}

  /** A person went. */
  @JsonbPropertyOrder({"recipient", "person"})
  record Left(RoomId recipient, PersonId person) implements FromServer {}

  /** Who is here: how many, and which of them, all or those on the client's screen. */
  @JsonbPropertyOrder({"recipient", "count", "here"})
  record Presence(RoomId recipient, int count, List<PersonId> here) implements FromServer {}

  /** What a person is called from now on. */
  @JsonbPropertyOrder({"id", "name", "guest"})
  record Named(PersonId id, Name name, boolean guest) implements FromServer {
    public Named(Person person) {
      this(person.id(), person.name(), person.guest());
    }
  }

  /** What you sent was not stored; {@code retryAfter} in milliseconds where waiting helps. */
  @JsonbPropertyOrder({"ref", "code", "text", "retryAfter"})
  record Refused(Ref ref, Code code, String text, Long retryAfter) implements FromServer {}

  /** Is the client there? */
  record Ping() implements FromServer {}

  /** The server is there. */
  record Pong() implements FromServer {}

  /** The limits a client should know; 0 is no limit. */
  @JsonbPropertyOrder({"content", "frame", "rate", "burst", "rooms", "presence"})
  record Limits(int content, int frame, double rate, int burst, int rooms, int presence) {}

  /** After how many milliseconds of silence the server asks, and gives up. */
  @JsonbPropertyOrder({"ping", "dead"})
  record Heartbeat(long ping, long dead) {}

  /**
   * A room as it is where it ends now.
   *
   * @param name of a public one, with its {@code #}; else null
   * @param title null for none
   * @param topic null for none
   * @param people who a conversation or a group is of; else null
   * @param owner who owns it; null for nobody
   * @param archived true if it is; else null
   */
  @JsonbPropertyOrder({
    "id",
    "kind",
    "name",
    "title",
    "topic",
    "people",
    "owner",
    "archived",
    "seq",
    "mark"
  })
  record RoomState(
      RoomId id,
      RoomKind kind,
      String name,
      Title title,
      Topic topic,
      List<PersonId> people,
      PersonId owner,
      Boolean archived,
      long seq,
      Mark mark) {}

  /**
   * One sort of reaction to a message.
   *
   * @param people the first of them
   * @param mine true if the reader is among all of them; else null
   */
  @JsonbPropertyOrder({"target", "emoji", "count", "people", "mine"})
  record Reactions(long target, Emoji emoji, long count, List<PersonId> people, Boolean mine) {}

  /**
   * How many replies a message has that are not deleted, the last of all, and when the last one was
   * said that is not deleted.
   */
  @JsonbPropertyOrder({"thread", "count", "last", "at"})
  record Replies(long thread, long count, long last, Instant at) {}

  /**
   * What you have not read in a room.
   *
   * @param seq the last entry that you have read
   * @param turn how often you have taken something back to unread
   * @param asOf the last entry that this counts
   * @param unread others' messages after {@code seq}, without replies and deleted ones
   * @param mentions those of them that name you, or everyone
   * @param threads those that you follow and have not read; null for none
   */
  @JsonbPropertyOrder({"room", "seq", "turn", "asOf", "unread", "mentions", "threads"})
  record Reading(
      RoomId room,
      long seq,
      long turn,
      long asOf,
      long unread,
      long mentions,
      List<Followed> threads) {}

  /** A thread that you follow: how far you have read it, and others' replies after that. */
  @JsonbPropertyOrder({"thread", "seq", "unread"})
  record Followed(long thread, long seq, long unread) {}

  /**
   * A note.
   *
   * @param value null if it is gone
   */
  @JsonbPropertyOrder({"key", "value"})
  record Note(NoteKey key, String value) {}

  /**
   * A public room that there is.
   *
   * @param members how many are in it; null where that is everyone
   */
  @JsonbPropertyOrder({"room", "members"})
  record Listed(RoomState room, Integer members) {}

  /**
   * A message that names you, or everyone in its room.
   *
   * @param thread the message it replies to; null if it is no reply
   */
  @JsonbPropertyOrder({"room", "seq", "thread", "sender", "at"})
  record Mention(RoomId room, long seq, Long thread, PersonId sender, Instant at) {}

  /** A room that one may join. */
  @JsonbPropertyOrder({"room", "by"})
  record Invited(RoomState room, PersonId by) {}
}
