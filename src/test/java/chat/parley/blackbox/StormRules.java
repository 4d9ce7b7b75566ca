package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All at once. */
interface StormRules extends Host {
  /** Clients. */
  int CLIENTS = 16;

  /** Messages of each. */
  int MESSAGES = 128;

  @Test
  default void everyoneHearsEverythingInOneOrder() throws Exception {
    String name = Fresh.room("storm");
    List<ParleyClient> clients = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(ParleyClient.in(open()));
      }
      List<String> rooms = clients.stream().map(client -> client.join(name)).distinct().toList();
      assertEquals(1, rooms.size());
      String room = rooms.get(0);
      List<List<JsonObject>> views = new ArrayList<>();
      List<Callable<List<JsonObject>>> talks =
          clients.stream().map(client -> talk(client, room)).toList();
      for (Future<List<JsonObject>> talk : threads.invokeAll(talks)) {
        views.add(talk.get());
      }
      List<JsonObject> first = views.get(0);
      views.forEach(view -> assertEquals(first, view));
      for (ParleyClient client : clients) {
        List<String> own =
            first.stream()
                .filter(message -> message.getString("sender").equals(client.id()))
                .map(message -> message.getString("content"))
                .toList();
        assertEquals(IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList(), own);
      }
    } finally {
      clients.forEach(ParleyClient::close);
      threads.shutdownNow();
    }
  }

  private static Callable<List<JsonObject>> talk(ParleyClient client, String room) {
    return () -> {
      for (int i = 0; i < MESSAGES; i++) {
        client.say(room, Integer.toString(i));
      }
      client
          .heard()
          .awaitUntil(
              "everything",
              () -> client.rooms().position(room).seq() == CLIENTS + CLIENTS * MESSAGES);
      assertEquals(CLIENTS * MESSAGES, client.messages(room).size());
      return client.messages(room);
    };
  }
}
