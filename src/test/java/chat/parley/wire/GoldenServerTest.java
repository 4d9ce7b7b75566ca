package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Code;
import chat.parley.message.Emoji;
import chat.parley.message.FromServer;
import chat.parley.message.Mark;
import chat.parley.message.Membership;
import chat.parley.message.Message;
import chat.parley.message.Name;
import chat.parley.message.NoteKey;
import chat.parley.message.Person;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import chat.parley.message.RoomKind;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenServerTest {
  private static final Person ANN =
      new Person(new PersonId("p_7c2m5x9k4w1q8z3h"), new Name("ann"), true);
  private static final Person BOB =
      new Person(new PersonId("p_3n8v6t1r5y2d9f4g"), new Name("bob"), true);
  private static final RoomId LOBBY = new RoomId("r_h5k2m9q4w7x1z8b3");
  private static final Mark END = new Mark("9f31d6a07c2e58b4");
  private static final Ref REF = new Ref("Jx3kQ0aV7mPz2LwY");
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123Z");
  private static final FromServer.RoomState LOBBY_NOW =
      new FromServer.RoomState(
          LOBBY, RoomKind.PUBLIC, "#lobby", null, null, null, null, null, 42, END);
  private static final RoomId SURPRISE = new RoomId("r_t4w8y2k6q1z5m9c3");
  private static final Mark RUN = new Mark("c4e81f6b29d7a053");
  private static final FromServer.Note DRAFT =
      new FromServer.Note(new NoteKey("draft:r_h5k2m9q4w7x1z8b3"), "hello all, and");
  private static final Ref MENTIONS = new Ref("l7Uk4HbS1mVe8TjQ");
  private static final FromServer.RoomState TEA =
      new FromServer.RoomState(
          new RoomId("r_k8d3p6w1x5z9q2m7"),
          RoomKind.PUBLIC,
          "#tea",
          new Title("Tea and cake"),
          null,
          null,
          ANN.id(),
          null,
          7,
          new Mark("0b93f5e2a7c6d148"));
  private static final Mark THIRD = new Mark("d13c75e8a2094fb6");

  private static final Map<String, Message> MEANT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "server/welcome",
                  new FromServer.Welcome(
                      "0.1.0",
                      UUID.fromString("0b9f6f0e-3c55-4a53-9a39-6f2f8c1d7e21"),
                      ANN,
                      new FromServer.Limits(8000, 65536, 5, 20, 200, 200),
                      new FromServer.Heartbeat(20000, 45000),
                      List.of(BOB),
                      List.of(
                          LOBBY_NOW,
                          surprise(new Topic("Not a word to cem")),
                          new FromServer.RoomState(
                              new RoomId("r_d2f6j1n8s3v9y4c7"),
                              RoomKind.DIRECT,
                              null,
                              null,
                              null,
                              List.of(ANN.id(), BOB.id()),
                              null,
                              null,
                              3,
                              new Mark("c48e02b97f1a6d35"))),
                      List.of())),
              Map.entry(
                  "server/invitations",
                  new FromServer.Invitations(
                      List.of(ANN), List.of(new FromServer.Invited(surprise(null), ANN.id())))),
              Map.entry(
                  "server/reset",
                  new FromServer.Reset(LOBBY, LOBBY_NOW, 41, new Mark("5b1f0c2e9a7d4438"), 1)),
              Map.entry(
                  "server/message",
                  new FromServer.Said(
                      LOBBY, 42, END, ANN.id(), "hello", null, null, null, null, null, AT, REF)),
              Map.entry(
                  "server/message-edited",
                  new FromServer.Said(
                      LOBBY,
                      42,
                      END,
                      ANN.id(),
                      "hello all",
                      null,
                      null,
                      null,
                      true,
                      null,
                      AT,
                      REF)),
              Map.entry(
                  "server/message-deleted",
                  new FromServer.Said(
                      LOBBY, 42, END, ANN.id(), null, null, null, null, null, true, AT, REF)),
              Map.entry(
                  "server/message-reply",
                  new FromServer.Said(
                      LOBBY,
                      43,
                      new Mark("4c7e19b05d3fa862"),
                      BOB.id(),
                      "hello yourself, @ann",
                      List.of(ANN.id()),
                      null,
                      42L,
                      null,
                      null,
                      AT,
                      new Ref("q7Gs2WvC4nJd9ZtH"))),
              Map.entry(
                  "server/page",
                  new FromServer.Page(
                      new Ref("x4Bn9RtC6kVw2HsL"),
                      LOBBY,
                      45,
                      List.of(
                          new FromServer.Said(
                              LOBBY,
                              41,
                              new Mark("5b1f0c2e9a7d4438"),
                              BOB.id(),
                              "anybody there?",
                              null,
                              null,
                              null,
                              null,
                              null,
                              AT,
                              new Ref("f5Xj8TwB2nKp6ZdS")),
                          new FromServer.Said(
                              LOBBY, 42, END, ANN.id(), "hello", null, null, null, null, null, AT,
                              REF)),
                      List.of(
                          new FromServer.Reactions(
                              41, new Emoji("👍"), 2, List.of(BOB.id(), ANN.id()), true)),
                      List.of(new FromServer.Replies(42, 1, 43, AT)),
                      List.of(41L),
                      41L,
                      null)),
              Map.entry(
                  "server/edit",
                  new FromServer.Edited(
                      LOBBY,
                      43,
                      new Mark("4c7e19b05d3fa862"),
                      ANN.id(),
                      42,
                      "hello all",
                      null,
                      null,
                      AT,
                      new Ref("k2Vn8QxR5tYb7WcJ"))),
              Map.entry(
                  "server/delete",
                  new FromServer.Deleted(
                      LOBBY,
                      44,
                      new Mark("e81b52f7093ac4d6"),
                      ANN.id(),
                      42,
                      ANN.id(),
                      null,
                      AT,
                      new Ref("u6Hz1LpD9sFm3GaE"))),
              Map.entry(
                  "server/reaction",
                  new FromServer.Reacted(
                      LOBBY,
                      45,
                      new Mark("27d4a9c6f018be53"),
                      BOB.id(),
                      41,
                      new Emoji("👍"),
                      true,
                      AT,
                      new Ref("w4Jc7TyN2vBk5XqS"))),
              Map.entry(
                  "server/pin",
                  new FromServer.Pinned(
                      LOBBY,
                      46,
                      new Mark("b05f83e24d17c9a6"),
                      BOB.id(),
                      41,
                      true,
                      AT,
                      new Ref("d8Rf3MzK6hLx1VnP"))),
              Map.entry(
                  "server/settings",
                  new FromServer.Settled(
                      SURPRISE,
                      2,
                      new Mark("6a90d4f1c7b83e25"),
                      ANN.id(),
                      new Title("Tea and cake"),
                      new Topic("When, and who brings milk"),
                      null,
                      AT,
                      new Ref("b3Xk6PyF8rTm1QwD"))),
              Map.entry(
                  "server/membership",
                  new FromServer.Belongs(
                      SURPRISE,
                      3,
                      THIRD,
                      ANN.id(),
                      BOB.id(),
                      Membership.INVITED,
                      AT,
                      new Ref("v6Fy2JhQ8mNb4SdK"))),
              Map.entry("server/stored", new FromServer.Stored(REF, LOBBY, 42, AT)),
              Map.entry(
                  "server/state",
                  new FromServer.State(
                      List.of(
                          new FromServer.Reading(
                              LOBBY, 41, 0, 45, 1, 0, List.of(new FromServer.Followed(41, 41, 1))),
                          new FromServer.Reading(SURPRISE, 3, 2, 3, 0, 0, null)))),
              Map.entry(
                  "server/notes",
                  new FromServer.Notes(
                      17L,
                      19,
                      RUN,
                      List.of(new FromServer.Note(new NoteKey("draft:" + SURPRISE), null), DRAFT))),
              Map.entry("server/notes-afresh", new FromServer.Notes(null, 19, RUN, List.of(DRAFT))),
              Map.entry(
                  "server/rooms",
                  new FromServer.Rooms(
                      new Ref("j6Ts1WqK8vDm3XhB"), List.of(new FromServer.Listed(TEA, 12)), null)),
              Map.entry(
                  "server/rooms-more",
                  new FromServer.Rooms(
                      new Ref("c9Ye4NpR2gLk7ZfU"),
                      List.of(new FromServer.Listed(LOBBY_NOW, null)),
                      true)),
              Map.entry(
                  "server/members",
                  new FromServer.Members(
                      new Ref("o3Bv8JxM5tHs1QdW"),
                      SURPRISE,
                      1,
                      List.of(ANN.id()),
                      List.of(BOB.id()),
                      null)),
              Map.entry(
                  "server/members-part",
                  new FromServer.Members(
                      new Ref("i5Ga2CzP9wKr6YnF"),
                      SURPRISE,
                      340,
                      List.of(ANN.id()),
                      List.of(),
                      ANN.id())),
              Map.entry(
                  "server/mentions",
                  new FromServer.Mentions(
                      MENTIONS,
                      List.of(new FromServer.Mention(LOBBY, 43, 42L, BOB.id(), AT)),
                      null)),
              Map.entry(
                  "server/mentions-more",
                  new FromServer.Mentions(
                      MENTIONS,
                      List.of(new FromServer.Mention(SURPRISE, 3, null, BOB.id(), AT)),
                      true)),
              Map.entry("server/typing", new FromServer.Typing(LOBBY, List.of(BOB.id()), null)),
              Map.entry("server/typing-several", new FromServer.Typing(LOBBY, List.of(), true)),
              Map.entry("server/joined", new FromServer.Joined(LOBBY, BOB.id())),
              Map.entry("server/left", new FromServer.Left(LOBBY, BOB.id())),
              Map.entry("server/person", new FromServer.Named(BOB)),
              Map.entry(
                  "server/presence",
                  new FromServer.Presence(LOBBY, 2, List.of(BOB.id(), ANN.id()))),
              Map.entry(
                  "server/presence-large", new FromServer.Presence(LOBBY, 1840, List.of(ANN.id()))),
              Map.entry(
                  "server/refused",
                  new FromServer.Refused(
                      REF,
                      Code.SLOW_DOWN,
                      "You are sending faster than 5 messages a second. Try again in 0.2 seconds.",
                      200L)),
              Map.entry(
                  "server/refused-malformed",
                  new FromServer.Refused(
                      null, Code.MALFORMED, "This frame is not JSON: expected an object.", null)),
              Map.entry("server/ping", new FromServer.Ping()),
              Map.entry("server/pong", new FromServer.Pong()),
              Map.entry("plain/said", new Plain("hello", null, "ann")),
              Map.entry("plain/said-to-person", new Plain("have you a minute?", "@bob", "ann")),
              Map.entry("plain/connected", Plain.notice("/A new socket has connected.")),
              Map.entry("plain/disconnected", Plain.notice("/A socket has disconnected.")),
              Map.entry(
                  "plain/refused",
                  Plain.notice("/A message may have at most 8000 characters; this one has 8001.")),
              Map.entry("plain/say", new Plain("have you a minute?", "@bob", null))));

  private static FromServer.RoomState surprise(Topic topic) {
    return new FromServer.RoomState(
        SURPRISE,
        RoomKind.PRIVATE,
        null,
        new Title("The surprise"),
        topic,
        null,
        ANN.id(),
        null,
        3,
        THIRD);
  }

  static List<String> names() {
    return Stream.of("plain", "server")
        .flatMap(folder -> GoldenFiles.names(folder).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoldenServerFrameIsWhatIsWritten(String name) {
    assertEquals(
        GoldenFiles.json(GoldenFiles.text(name)),
        GoldenFiles.json(new MessageEncoder().encode(MEANT.get(name))));
  }

  @Test
  void everyFrameThatIsMeantHasAFile() {
    assertEquals(List.copyOf(MEANT.keySet()), names());
  }

  @Test
  void aTimeHasThreeDigitsOfASecondAlsoWhereTheyAreZero() {
    String text =
        new MessageEncoder()
            .encode(new FromServer.Stored(REF, LOBBY, 1, Instant.parse("2026-01-02T03:04:05Z")));
    assertEquals("2026-01-02T03:04:05.000Z", GoldenFiles.json(text).asJsonObject().getString("at"));
  }

  @Test
  void zeroAndNobodyAreWrittenAndNotLeftOut() {
    String text = new MessageEncoder().encode(new FromServer.Presence(LOBBY, 0, List.of()));
    assertEquals(0, GoldenFiles.json(text).asJsonObject().getInt("count"));
    assertEquals(List.of(), GoldenFiles.json(text).asJsonObject().getJsonArray("here"));
  }
}
