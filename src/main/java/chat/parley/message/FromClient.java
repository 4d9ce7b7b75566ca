package chat.parley.message;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a {@code parley.v1} client may say. A record that could be read is complete and holds no bad
 * value.
 */
@JsonbTypeInfo(
    key = "type",
    value = {
      @JsonbSubtype(alias = "resume", type = FromClient.Resume.class),
      @JsonbSubtype(alias = "message", type = FromClient.Say.class),
      @JsonbSubtype(alias = "edit", type = FromClient.Edit.class),
      @JsonbSubtype(alias = "delete", type = FromClient.Delete.class),
      @JsonbSubtype(alias = "reaction", type = FromClient.React.class),
      @JsonbSubtype(alias = "pin", type = FromClient.Pin.class),
      @JsonbSubtype(alias = "settings", type = FromClient.Settle.class),
      @JsonbSubtype(alias = "create", type = FromClient.Create.class),
      @JsonbSubtype(alias = "join", type = FromClient.Join.class),
      @JsonbSubtype(alias = "leave", type = FromClient.Leave.class),
      @JsonbSubtype(alias = "decline", type = FromClient.Decline.class),
      @JsonbSubtype(alias = "invite", type = FromClient.Invite.class),
      @JsonbSubtype(alias = "remove", type = FromClient.Remove.class),
      @JsonbSubtype(alias = "owner", type = FromClient.HandOn.class),
      @JsonbSubtype(alias = "rooms", type = FromClient.Browse.class),
      @JsonbSubtype(alias = "members", type = FromClient.Muster.class),
      @JsonbSubtype(alias = "mentions", type = FromClient.Recall.class),
      @JsonbSubtype(alias = "typing", type = FromClient.Typing.class),
      @JsonbSubtype(alias = "page", type = FromClient.Turn.class),
      @JsonbSubtype(alias = "read", type = FromClient.Read.class),
      @JsonbSubtype(alias = "unread", type = FromClient.Unread.class),
      @JsonbSubtype(alias = "note", type = FromClient.Note.class),
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

  /**
   * From where on to hear each room, and one's own notes.
   *
   * @param notes null for somebody who holds none
   */
  record Resume(List<Position> positions, NotesPosition notes) implements FromClient {
    public Resume {
      positions = bounded(positions, MAX_POSITIONS, "positions");
    }
  }

  /** Something that is to happen in a room, under the sender's own name for it. */
  sealed interface Asked extends FromClient {
    /** The sender's own name for it; null where it needs none and has none. */
    Ref ref();
  }

  /**
   * Something to be said.
   *
   * @param thread the message it replies to; null if it is no reply
   */
  record Say(Ref ref, Address recipient, String content, Long thread) implements Asked {
    public Say {
      required(ref, Code.BAD_REF, "A message needs a ref.");
      required(recipient, Code.MALFORMED, "A message needs a recipient.");
      required(content, Code.MALFORMED, "A message needs a content.");
    }
  }

  /** Another text for a message. */
  record Edit(Ref ref, Address recipient, long target, String content) implements Asked {
    public Edit {
      required(ref, Code.BAD_REF, "An edit needs a ref.");
      required(recipient, Code.MALFORMED, "In which room? edit needs a recipient.");
      required(content, Code.MALFORMED, "An edit needs a content.");
    }
  }

  /** A message is to be gone. */
  record Delete(Ref ref, Address recipient, long target) implements Asked {
    public Delete {
      required(ref, Code.BAD_REF, "A delete needs a ref.");
      required(recipient, Code.MALFORMED, "In which room? delete needs a recipient.");
    }
  }

  /** One's reaction to a message is to stand there, or not. */
  record React(Ref ref, Address recipient, long target, Emoji emoji, boolean on) implements Asked {
    public React {
      required(ref, Code.BAD_REF, "A reaction needs a ref.");
      required(recipient, Code.MALFORMED, "In which room? reaction needs a recipient.");
      required(emoji, Code.BAD_EMOJI, "A reaction needs an emoji.");
    }
  }

  /** A message is to be pinned, or not. */
  record Pin(Ref ref, Address recipient, long target, boolean on) implements Asked {
    public Pin {
      required(ref, Code.BAD_REF, "A pin needs a ref.");
      required(recipient, Code.MALFORMED, "In which room? pin needs a recipient.");
    }
  }

  /** What is set of a room; what is null stays as it is. */
  record Settle(Ref ref, Address recipient, Title title, Topic topic, Boolean archived)
      implements Asked {
    public Settle {
      required(ref, Code.BAD_REF, "Settings need a ref.");
      required(recipient, Code.MALFORMED, "Of which room? settings need a recipient.");
      if (title == null && topic == null && archived == null) {
        throw new Refusal(Code.MALFORMED, "Settings need a title, a topic, or archived.");
      }
    }
  }

  /**
   * Makes a room.
   *
   * @param name the name of a public one
   * @param title what a private one is called; may be given for a public one, too
   * @param people who a group is of, besides its maker
   */
  record Create(
      Ref ref, RoomKind kind, Address name, Title title, Topic topic, List<Address> people)
      implements Asked {
    public Create {
      required(ref, Code.BAD_REF, "To create a room needs a ref.");
      required(kind, Code.MALFORMED, "Which kind? create needs public, private or group.");
      people = people == null ? List.of() : bounded(people, MAX_PEOPLE, "people");
    }
  }

  /** Enters a public room, which is made if there is none, or one that one is invited to. */
  record Join(Ref ref, Address recipient) implements Asked {
    public Join {
      required(recipient, Code.MALFORMED, "Which room? join needs a recipient.");
    }
  }

  /** Leaves a room. */
  record Leave(Ref ref, Address recipient) implements Asked {
    public Leave {
      required(recipient, Code.MALFORMED, "Which room? leave needs a recipient.");
    }
  }

  /** Turns an invitation down. */
  record Decline(Ref ref, Address recipient) implements Asked {
    public Decline {
      required(recipient, Code.MALFORMED, "Which room? decline needs a recipient.");
    }
  }

  /** Invites somebody to a room. */
  record Invite(Ref ref, Address recipient, Address person) implements Asked {
    public Invite {
      required(ref, Code.BAD_REF, "An invitation needs a ref.");
      required(recipient, Code.MALFORMED, "To which room? invite needs a recipient.");
      required(person, Code.MALFORMED, "Whom? invite needs a person.");
    }
  }

  /** Takes somebody out of a room, or their invitation back. */
  record Remove(Ref ref, Address recipient, Address person) implements Asked {
    public Remove {
      required(ref, Code.BAD_REF, "A removal needs a ref.");
      required(recipient, Code.MALFORMED, "From which room? remove needs a recipient.");
      required(person, Code.MALFORMED, "Whom? remove needs a person.");
    }
  }

  /** Makes another member the room's owner. */
  record HandOn(Ref ref, Address recipient, Address person) implements Asked {
    public HandOn {
      required(ref, Code.BAD_REF, "Handing a room on needs a ref.");
      required(recipient, Code.MALFORMED, "Which room? owner needs a recipient.");
      required(person, Code.MALFORMED, "To whom? owner needs a person.");
    }
  }

  /**
   * Asks which public rooms there are, by name.
   *
   * @param query what the name, the title or the topic holds; null for all
   * @param after those after this one; null for the first
   */
  record Browse(Ref ref, String query, Address after) implements FromClient {
    public Browse {
      required(ref, Code.BAD_REF, "To ask for rooms needs a ref.");
      if (after != null && !(after instanceof Address.OfRoomName)) {
        throw new Refusal(Code.BAD_NAME, "Rooms are listed after a #name.");
      }
    }
  }

  /**
   * Asks who is in a room, and who is invited to it, by id.
   *
   * @param after those after this one; null for the first
   */
  record Muster(Ref ref, Address recipient, PersonId after) implements FromClient {
    public Muster {
      required(ref, Code.BAD_REF, "To ask for members needs a ref.");
      required(recipient, Code.MALFORMED, "Of which room? members needs a recipient.");
    }
  }

  /** Asks where one was named last, in all of one's rooms. */
  record Recall(Ref ref) implements FromClient {
    public Recall {
      required(ref, Code.BAD_REF, "To ask for mentions needs a ref.");
    }
  }

  /** One is writing something in a room just now. */
  record Typing(Address recipient) implements FromClient {
    public Typing {
      required(recipient, Code.MALFORMED, "Where? typing needs a recipient.");
    }
  }

  /**
   * Asks for a page of a room's history: the newest one, or the one that is named by one of {@code
   * before}, {@code after}, {@code around} and {@code date}.
   *
   * @param before entries before this seq, the last of them
   * @param after entries after this seq, the first of them
   * @param around entries about this seq
   * @param date entries about this time
   * @param thread a message: it and the replies to it; null for what is said in the room itself
   * @param pinned true for the pinned messages alone; null or false for all
   * @param limit how many entries, at most; null for 50
   */
  record Turn(
      Ref ref,
      Address recipient,
      Long before,
      Long after,
      Long around,
      Instant date,
      Long thread,
      Boolean pinned,
      Long limit)
      implements FromClient {
    /** Entries of a page, at most. */
    public static final int MAX_ENTRIES = 100;

    public Turn {
      required(ref, Code.BAD_REF, "To ask for a page needs a ref.");
      required(recipient, Code.MALFORMED, "Of which room? page needs a recipient.");
      if (Stream.of(before, after, around, date).filter(Objects::nonNull).count() > 1) {
        throw new Refusal(
            Code.MALFORMED, "Only one of 'before', 'after', 'around' and 'date' names a page.");
      }
      if (thread != null && Boolean.TRUE.equals(pinned)) {
        throw new Refusal(Code.MALFORMED, "A page is of a 'thread' or of what is 'pinned'.");
      }
      if (limit != null && (limit < 1 || limit > MAX_ENTRIES)) {
        throw new Refusal(Code.MALFORMED, "A page has 1 to " + MAX_ENTRIES + " entries.");
      }
    }
  }

  /**
   * One has read a room, or a thread of it.
   *
   * @param seq up to this entry
   * @param turn the turn of the mark that one knows; null for the present one
   * @param thread the message whose replies were read; null for what is said in the room itself
   */
  record Read(Address recipient, long seq, Long turn, Long thread) implements FromClient {
    public Read {
      required(recipient, Code.MALFORMED, "Which room? read needs a recipient.");
    }
  }

  /** From this entry on a room is to be unread. */
  record Unread(Address recipient, long seq) implements FromClient {
    public Unread {
      required(recipient, Code.MALFORMED, "Which room? unread needs a recipient.");
    }
  }

  /**
   * A note is to say this, on all devices of the person: a draft, a preference.
   *
   * @param value null to have it gone
   */
  record Note(NoteKey key, String value) implements FromClient {
    public Note {
      required(key, Code.MALFORMED, "A note needs a key.");
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
