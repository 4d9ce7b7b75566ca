package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Address;
import chat.parley.message.Emoji;
import chat.parley.message.FromClient;
import chat.parley.message.Mark;
import chat.parley.message.Name;
import chat.parley.message.NoteKey;
import chat.parley.message.NotesPosition;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenClientTest {
  private static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");
  private static final PersonId BOB = new PersonId("p_3n8v6t1r5y2d9f4g");
  private static final RoomId LOBBY = new RoomId("r_h5k2m9q4w7x1z8b3");
  private static final Address TEA = new Address.OfRoomName(new Name("tea"));

  private static final Address THE_LOBBY = new Address.OfRoom(LOBBY);
  private static final Address THE_SURPRISE = new Address.OfRoom(new RoomId("r_t4w8y2k6q1z5m9c3"));

  private static final NoteKey DRAFT = new NoteKey("draft:r_h5k2m9q4w7x1z8b3");

  private static final Address LOBBY_BY_NAME = new Address.OfRoomName(new Name("lobby"));

  private static final Map<String, FromClient> MEANT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("client/resume-new", new FromClient.Resume(List.of(), null)),
              Map.entry(
                  "client/resume",
                  new FromClient.Resume(
                      List.of(new Position(LOBBY, 41, new Mark("5b1f0c2e9a7d4438"))),
                      new NotesPosition(17, new Mark("c4e81f6b29d7a053")))),
              Map.entry("client/note", new FromClient.Note(DRAFT, "hello all, and")),
              Map.entry("client/note-gone", new FromClient.Note(DRAFT, null)),
              Map.entry(
                  "client/message",
                  new FromClient.Say(
                      new Ref("Jx3kQ0aV7mPz2LwY"),
                      new Address.OfRoomName(new Name("lobby")),
                      "hello",
                      null)),
              Map.entry(
                  "client/message-person",
                  new FromClient.Say(
                      new Ref("c0Yt4RbN1sXe8GuH"),
                      new Address.OfPersonName(new Name("bob")),
                      "have you a minute?",
                      null)),
              Map.entry(
                  "client/message-reply",
                  new FromClient.Say(
                      new Ref("q7Gs2WvC4nJd9ZtH"), THE_LOBBY, "hello yourself, @ann", 42L)),
              Map.entry(
                  "client/edit",
                  new FromClient.Edit(new Ref("k2Vn8QxR5tYb7WcJ"), THE_LOBBY, 42, "hello all")),
              Map.entry(
                  "client/page",
                  turn("x4Bn9RtC6kVw2HsL", THE_LOBBY, 43L, null, null, null, null, 2L)),
              Map.entry(
                  "client/page-around",
                  turn("g7Qd3MfZ8pYj5TcK", LOBBY_BY_NAME, null, null, 42L, null, null, null)),
              Map.entry(
                  "client/page-date",
                  turn(
                      "a2Wv6NhX9rLs4BkG",
                      LOBBY_BY_NAME,
                      null,
                      null,
                      null,
                      Instant.parse("2026-11-23T00:00:00Z"),
                      null,
                      null)),
              Map.entry(
                  "client/page-thread",
                  turn("t9Kc5PzD3mGy7VqR", LOBBY_BY_NAME, null, 42L, null, null, 42L, null)),
              Map.entry(
                  "client/page-pinned",
                  new FromClient.Turn(
                      new Ref("r5Zq8WdN3xKc7LbY"),
                      LOBBY_BY_NAME,
                      null,
                      null,
                      null,
                      null,
                      null,
                      true,
                      null)),
              Map.entry(
                  "client/delete",
                  new FromClient.Delete(new Ref("u6Hz1LpD9sFm3GaE"), THE_LOBBY, 42)),
              Map.entry(
                  "client/reaction",
                  new FromClient.React(
                      new Ref("w4Jc7TyN2vBk5XqS"), THE_LOBBY, 42, new Emoji("👍"), true)),
              Map.entry(
                  "client/pin",
                  new FromClient.Pin(new Ref("d8Rf3MzK6hLx1VnP"), THE_LOBBY, 42, true)),
              Map.entry(
                  "client/settings",
                  new FromClient.Settle(
                      new Ref("b3Xk6PyF8rTm1QwD"),
                      TEA,
                      new Title("Tea and cake"),
                      new Topic("When, and who brings milk"),
                      null)),
              Map.entry(
                  "client/create",
                  new FromClient.Create(
                      new Ref("h9Lb4NcV7jSz2KgR"),
                      RoomKind.PUBLIC,
                      TEA,
                      new Title("Tea and cake"),
                      null,
                      null)),
              Map.entry(
                  "client/create-private",
                  new FromClient.Create(
                      new Ref("y5Dq8TwM3fHx6BvJ"),
                      RoomKind.PRIVATE,
                      null,
                      new Title("The surprise"),
                      null,
                      null)),
              Map.entry(
                  "client/create-group",
                  new FromClient.Create(
                      new Ref("n1Pz7RkG4cWs9LtX"),
                      RoomKind.GROUP,
                      null,
                      null,
                      null,
                      List.of(
                          new Address.OfPerson(BOB),
                          new Address.OfPerson(new PersonId("p_9k4w1q8z3h7c2m5x"))))),
              Map.entry("client/join", new FromClient.Join(new Ref("m5Dw9KzF2qTj6VaB"), TEA)),
              Map.entry("client/leave", new FromClient.Leave(new Ref("p8Ls3HnC0yRx7EgU"), TEA)),
              Map.entry(
                  "client/invite",
                  new FromClient.Invite(
                      new Ref("v6Fy2JhQ8mNb4SdK"),
                      THE_SURPRISE,
                      new Address.OfPersonName(new Name("bob")))),
              Map.entry(
                  "client/decline",
                  new FromClient.Decline(new Ref("z3Tc9VxL5gRw7HnP"), THE_SURPRISE)),
              Map.entry(
                  "client/remove",
                  new FromClient.Remove(
                      new Ref("s8Mk1QbD6yJf4XzG"), THE_SURPRISE, new Address.OfPerson(BOB))),
              Map.entry(
                  "client/owner",
                  new FromClient.HandOn(
                      new Ref("e2Wn5HtK9vCp7LrS"), THE_SURPRISE, new Address.OfPerson(BOB))),
              Map.entry(
                  "client/rooms", new FromClient.Browse(new Ref("j6Ts1WqK8vDm3XhB"), "cake", null)),
              Map.entry(
                  "client/rooms-after",
                  new FromClient.Browse(new Ref("c9Ye4NpR2gLk7ZfU"), null, TEA)),
              Map.entry(
                  "client/members",
                  new FromClient.Muster(new Ref("o3Bv8JxM5tHs1QdW"), THE_SURPRISE, null)),
              Map.entry(
                  "client/members-after",
                  new FromClient.Muster(new Ref("i5Ga2CzP9wKr6YnF"), THE_SURPRISE, BOB)),
              Map.entry("client/mentions", new FromClient.Recall(new Ref("l7Uk4HbS1mVe8TjQ"))),
              Map.entry("client/typing", new FromClient.Typing(THE_LOBBY)),
              Map.entry("client/read", new FromClient.Read(THE_LOBBY, 42, 0L, null)),
              Map.entry("client/read-thread", new FromClient.Read(THE_LOBBY, 43, null, 42L)),
              Map.entry("client/unread", new FromClient.Unread(THE_LOBBY, 42)),
              Map.entry("client/presence", new FromClient.Watch(LOBBY, List.of(ANN))),
              Map.entry("client/person", new FromClient.Ask(List.of(ANN, BOB))),
              Map.entry("client/ping", new FromClient.Ping()),
              Map.entry("client/pong", new FromClient.Pong())));

  static List<String> names() {
    return GoldenFiles.names("client");
  }

  private static FromClient turn(
      String ref,
      Address room,
      Long before,
      Long after,
      Long around,
      Instant date,
      Long thread,
      Long limit) {
    return new FromClient.Turn(
        new Ref(ref), room, before, after, around, date, thread, null, limit);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoldenClientFrameIsReadAsWhatItMeans(String name) {
    assertEquals(Optional.of(MEANT.get(name)), MessageDecoder.parley(GoldenFiles.text(name)));
  }

  @Test
  void everyFrameThatIsMeantHasAFile() {
    assertEquals(List.copyOf(MEANT.keySet()), names());
  }
}
