package chat.parley.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.message.Address;
import chat.parley.message.FromClient;
import chat.parley.message.Mark;
import chat.parley.message.Name;
import chat.parley.message.PersonId;
import chat.parley.message.Position;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
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

  private static final Map<String, FromClient> MEANT =
      new TreeMap<>(
          Map.of(
              "client/resume-new", new FromClient.Resume(List.of()),
              "client/resume",
                  new FromClient.Resume(
                      List.of(new Position(LOBBY, 41, new Mark("5b1f0c2e9a7d4438")))),
              "client/message",
                  new FromClient.Say(
                      new Ref("Jx3kQ0aV7mPz2LwY"),
                      new Address.OfRoomName(new Name("lobby")),
                      "hello"),
              "client/message-person",
                  new FromClient.Say(
                      new Ref("c0Yt4RbN1sXe8GuH"),
                      new Address.OfPersonName(new Name("bob")),
                      "have you a minute?"),
              "client/join", new FromClient.Join(new Ref("m5Dw9KzF2qTj6VaB"), TEA),
              "client/leave", new FromClient.Leave(new Ref("p8Ls3HnC0yRx7EgU"), TEA),
              "client/presence", new FromClient.Watch(LOBBY, List.of(ANN)),
              "client/person", new FromClient.Ask(List.of(ANN, BOB)),
              "client/ping", new FromClient.Ping(),
              "client/pong", new FromClient.Pong()));

  static List<String> names() {
    return GoldenFiles.names("client");
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
