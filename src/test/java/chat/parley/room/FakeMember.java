package chat.parley.room;

import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.wire.Format;
import chat.parley.wire.Frame;
import chat.parley.wire.GoldenFiles;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A connection that keeps what it hears. Not thread-safe. */
final class FakeMember implements Member {
  /** Every frame, in order. */
  final List<Frame> frames = new ArrayList<>();

  /** The rooms it was told that it has entered. */
  final List<Room> entered = new ArrayList<>();

  /** The positions from which it is to enter again. */
  final List<Position> more = new ArrayList<>();

  /** How often it was told to come back. */
  int lost;

  private final PersonId person;
  private final Format format;

  FakeMember(PersonId person, Format format) {
    this.person = person;
    this.format = format;
  }

  static FakeMember parley(PersonId person) {
    return new FakeMember(person, Format.PARLEY);
  }

  static FakeMember plain(PersonId person) {
    return new FakeMember(person, Format.PLAIN);
  }

  @Override
  public PersonId person() {
    return person;
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public void hear(Frame frame) {
    frames.add(frame);
  }

  @Override
  public void more(Room room, Position from) {
    more.add(from);
  }

  @Override
  public void entered(Room room) {
    entered.add(room);
  }

  @Override
  public boolean hears(Room room) {
    return true;
  }

  @Override
  public void lost() {
    lost++;
  }

  /** Forgets what it has heard. */
  void forget() {
    frames.clear();
  }

  /** Every object of every frame, in order. */
  List<JsonObject> objects() {
    return frames.stream().flatMap(FakeMember::objects).toList();
  }

  private static Stream<JsonObject> objects(Frame frame) {
    JsonValue value = GoldenFiles.json(frame.text());
    return frame.objects() == 1
        ? Stream.of(value.asJsonObject())
        : value.asJsonArray().getValuesAs(JsonObject.class).stream();
  }

  /** The objects of this type. */
  List<JsonObject> objects(String type) {
    return objects().stream().filter(object -> object.getString("type").equals(type)).toList();
  }

  /** The types of all objects. */
  List<String> types() {
    return objects().stream().map(object -> object.getString("type")).toList();
  }

  /** What was said. */
  List<String> contents() {
    return objects().stream()
        .filter(object -> object.containsKey("content"))
        .map(object -> object.getString("content"))
        .toList();
  }

  /** The numbers of what was said. */
  List<Integer> seqs() {
    return objects("message").stream().map(object -> object.getInt("seq")).toList();
  }
}
