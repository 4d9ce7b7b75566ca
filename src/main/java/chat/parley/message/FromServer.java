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
      @JsonbSubtype(alias = "reset", type = FromServer.Reset.class),
      @JsonbSubtype(alias = "message", type = FromServer.Said.class),
      @JsonbSubtype(alias = "stored", type = FromServer.Stored.class),
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
  @JsonbPropertyOrder({"version", "connection", "person", "limits", "heartbeat", "people", "rooms"})
  record Welcome(
      String version,
      UUID connection,
      Person person,
      Limits limits,
      Heartbeat heartbeat,
      List<Person> people,
      List<RoomState> rooms)
      implements FromServer {}

  /** Forget the room: your position is now (seq, mark), and the entries after it follow. */
  @JsonbPropertyOrder({"recipient", "room", "seq", "mark", "first"})
  record Reset(RoomId recipient, RoomState room, long seq, Mark mark, long first)
      implements FromServer {}

  /** An entry: something that was said. */
  @JsonbPropertyOrder({"recipient", "seq", "mark", "sender", "content", "at", "ref"})
  record Said(
      RoomId recipient, long seq, Mark mark, PersonId sender, String content, Instant at, Ref ref)
      implements FromServer {}

  /** This ref had been stored before. */
  @JsonbPropertyOrder({"ref", "recipient", "seq", "at"})
  record Stored(Ref ref, RoomId recipient, long seq, Instant at) implements FromServer {}

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

  /** A room and where it ends now; a direct one has people instead of a name. */
  @JsonbPropertyOrder({"id", "kind", "name", "people", "seq", "mark"})
  record RoomState(
      RoomId id, RoomKind kind, String name, List<PersonId> people, long seq, Mark mark) {}
}
