package chat.parley.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.Slow;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The endpoint on Tyrus's own server, with Weld SE: one echo, one storm. */
class ChatEndpointTest {
  private static final int CLIENTS = 16;
  private static final int MESSAGES = 128;

  private static TyrusHost host;

  @BeforeAll
  static void start() throws Exception {
    host = TyrusHost.start();
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  @Test
  void whatOneSaysIsHeardByOneselfAndTheOther() throws Exception {
    try (Talker ann = host.plain()) {
      ann.send("first");
      assertEquals("first", ann.next().getString("content"));
      try (Talker bob = host.plain()) {
        assertEquals("/A new socket has connected.", ann.next().getString("content"));
        ann.send("hello");
        JsonObject heard = bob.next();
        assertEquals("hello", heard.getString("content"));
        assertEquals(Set.of("content", "sender"), heard.keySet());
        assertEquals(heard, ann.next());
      }
      assertEquals("/A socket has disconnected.", ann.next().getString("content"));
    }
  }

  @Slow
  @Test
  void inAStormEveryoneHearsEverythingInOneOrder() throws Exception {
    List<Talker> talkers = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        talkers.add(host.parley());
      }
      for (Talker talker : talkers) {
        talker.send("{\"type\":\"resume\",\"positions\":[]}");
        talker.send("{\"type\":\"join\",\"recipient\":\"#storm\"}");
      }
      for (Talker talker : talkers) {
        talker.awaitRoom("#storm");
      }
      IntStream.range(0, CLIENTS).parallel().forEach(i -> shout(talkers.get(i), i));
      List<List<JsonObject>> heard = new ArrayList<>();
      for (Talker talker : talkers) {
        heard.add(talker.messages("#storm", CLIENTS * MESSAGES));
      }
      List<JsonObject> first = heard.get(0);
      assertEquals(CLIENTS * MESSAGES, new HashSet<>(contents(first)).size());
      for (int i = 0; i < first.size(); i++) {
        assertEquals(first.get(0).getInt("seq") + i, first.get(i).getInt("seq"));
      }
      heard.forEach(each -> assertEquals(first, each));
      for (int i = 0; i < CLIENTS; i++) {
        String own = i + "/";
        List<String> mine = contents(first).stream().filter(text -> text.startsWith(own)).toList();
        assertEquals(IntStream.range(0, MESSAGES).mapToObj(n -> own + n).toList(), mine);
      }
    } finally {
      for (Talker talker : talkers) {
        talker.close();
      }
    }
  }

  private static void shout(Talker talker, int i) {
    for (int n = 0; n < MESSAGES; n++) {
      talker.send(
          Json.createObjectBuilder()
              .add("type", "message")
              .add("ref", "storm-" + i + "-" + n)
              .add("recipient", "#storm")
              .add("content", i + "/" + n)
              .build()
              .toString());
    }
  }

  private static List<String> contents(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("content")).toList();
  }
}
