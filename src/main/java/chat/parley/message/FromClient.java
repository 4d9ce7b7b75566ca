package chat.parley.message;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;

/**
 * What a {@code parley.v1} client may say. A record that could be read is complete and holds no bad
 * value.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "resume", type = FromClient.Resume.class),
      @JsonbSubtype(alias = "message", type = FromClient.Say.class),
      @JsonbSubtype(alias = "join", type = FromClient.Join.class),
      @JsonbSubtype(alias = "leave", type = FromClient.Leave.class),
      @JsonbSubtype(alias = "presence", type = FromClient.Watch.class),
      @JsonbSubtype(alias = "person", type = FromClient.Ask.class),
      @JsonbSubtype(alias = "ping", type = FromClient.Ping.class),
      @JsonbSubtype(alias = "pong", type = FromClient.Pong.class)
    })
public sealed interface FromClient extends Message {
  /** People that one frame may name. */
  int MAX_PEOPLE = 200;

  /** Positions that one frame may name. */
  int MAX_POSITIONS = 1000;

  /** From where on to hear each room. */
  record Resume(List<Position> positions) implements FromClient {
    public Resume {
      positions = bounded(positions, MAX_POSITIONS, "positions");
    }
  }

  /** Something to be said. */
  record Say(Ref ref, Address recipient, String content) implements FromClient {
    public Say {
      required(ref, Code.BAD_REF, "A message needs a ref.");
      required(recipient, Code.MALFORMED, "A message needs a recipient.");
      required(content, Code.MALFORMED, "A message needs a content.");
    }
  }

  /** Enters a public room, which is made if there is none. */
  record Join(Ref ref, Address recipient) implements FromClient {
    public Join {
      required(recipient, Code.MALFORMED, "Which room? join needs a recipient.");
    }
  }

  /** Leaves a room. */
  record Leave(Ref ref, Address recipient) implements FromClient {
    public Leave {
      required(recipient, Code.MALFORMED, "Which room? leave needs a recipient.");
    }
  }

  /** Whose presence in a large room is on the screen. */
  record Watch(RoomId recipient, List<PersonId> people) implements FromClient {
    public Watch {
      required(recipient, Code.MALFORMED, "Which room? presence needs a recipient.");
      people = bounded(people, MAX_PEOPLE, "people");
    }
  }

  /** Who is behind these ids? */
  record Ask(List<PersonId> people) implements FromClient {
    public Ask {
      people = bounded(people, MAX_PEOPLE, "people");
    }
  }

  /** Is the server there? */
  record Ping() implements FromClient {}

  /** The client is there. */
  record Pong() implements FromClient {}

  private static void required(Object value, Code code, String text) {
    if (value == null) {
      throw new Refusal(code, text);
    }
  }

  private static <T> List<T> bounded(List<T> list, int max, String field) {
    if (list == null || list.size() > max) {
      throw new Refusal(
          Code.MALFORMED, "Expected an array '" + field + "' of at most " + max + ".");
    }
    return List.copyOf(list);
  }
}
