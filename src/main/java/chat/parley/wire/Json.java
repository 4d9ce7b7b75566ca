package chat.parley.wire;

import chat.parley.message.Address;
import chat.parley.message.Code;
import chat.parley.message.Emoji;
import chat.parley.message.Mark;
import chat.parley.message.Membership;
import chat.parley.message.Name;
import chat.parley.message.NoteKey;
import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.Refusal;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Function;

/** The one {@link Jsonb} of the wire: making one is slow, sharing one is safe. */
final class Json {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  static final Jsonb JSONB =
      JsonbBuilder.create(
          new JsonbConfig()
              .withAdapters(
                  new AsText<RoomId>(RoomId::value, RoomId::new) {},
                  new AsText<PersonId>(PersonId::value, PersonId::new) {},
                  new AsText<Ref>(Ref::value, Ref::new) {},
                  new AsText<Mark>(Mark::value, Mark::new) {},
                  new AsText<NoteKey>(NoteKey::value, NoteKey::new) {},
                  new AsText<Name>(Name::text, Name::new) {},
                  new AsText<Address>(Address::text, Address::of) {},
                  new AsText<Code>(Code::wire, Code::of) {},
                  new AsText<RoomKind>(RoomKind::wire, RoomKind::of) {},
                  new AsText<Membership>(Membership::wire, Membership::of) {},
                  new AsText<Emoji>(Emoji::text, Emoji::new) {},
                  new AsText<Title>(Title::text, Title::new) {},
                  new AsText<Topic>(Topic::text, Topic::new) {},
                  new AsText<Instant>(MILLIS::format, Json::instant) {}));

  /** The types of what a client says that stand as a string in JSON. */
  static final Set<Class<?>> TEXTS =
      Set.of(
          String.class,
          RoomId.class,
          PersonId.class,
          Ref.class,
          Mark.class,
          NoteKey.class,
          Address.class,
          RoomKind.class,
          Emoji.class,
          Title.class,
          Topic.class,
          Instant.class);

  private Json() {}

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal(Code.MALFORMED, "Expected a time like 2026-11-23T02:00:00.000Z.");
    }
  }

  /**
   * A value that is one string in JSON. JSON-B learns the type from the subclass, hence the braces
   * above.
   */
  private abstract static class AsText<T> implements JsonbAdapter<T, String> {
    private final Function<T, String> write;
    private final Function<String, T> read;

    AsText(Function<T, String> write, Function<String, T> read) {
      this.write = write;
      this.read = read;
    }

    @Override
    public String adaptToJson(T value) {
      return write.apply(value);
    }

    @Override
    public T adaptFromJson(String text) {
      return read.apply(text);
    }
  }
}
