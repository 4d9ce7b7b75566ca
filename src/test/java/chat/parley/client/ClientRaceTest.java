package chat.parley.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.Slow;
import chat.parley.message.PersonId;
import chat.parley.message.Plain;
import chat.parley.wire.Format;
import chat.parley.wire.GoldenFiles;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many who speak at once to a connection that completes on threads of its own. */
@Timeout(20)
@Slow
class ClientRaceTest {
  private static final PersonId ANN = new PersonId("p_7c2m5x9k4w1q8z3h");
  private static final int SPEAKERS = 4;
  private static final int EACH = 10_000;

  @ParameterizedTest
  @EnumSource
  void everythingIsSentOnceAndInOrderAndOneFrameAtATime(Format format) throws InterruptedException {
    Conditions conditions = new Conditions();
    conditions.outboxFrames = 0;
    conditions.outboxBytes = 0;
    List<Client> ended = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      RacingConnection connection = new RacingConnection(threads);
      Client client =
          new Client(
              ANN, format, "", connection, conditions.config(), System::nanoTime, ended::add);
      for (int speaker = 0; speaker < SPEAKERS; speaker++) {
        int name = speaker;
        new Thread(
                () ->
                    IntStream.range(0, EACH)
                        .forEach(i -> client.hear(Plain.notice(name + ":" + i))))
            .start();
      }
      connection.left.await();
      assertEquals(0, connection.overlaps.get());
      for (int speaker = 0; speaker < SPEAKERS; speaker++) {
        String name = speaker + ":";
        assertEquals(
            IntStream.range(0, EACH).mapToObj(i -> name + i).toList(),
            connection.contents.stream().filter(content -> content.startsWith(name)).toList());
      }
      assertEquals(List.of(), ended);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Completes every third frame before the call returns, and the others elsewhere. What it holds is
   * read when all has come.
   */
  private static final class RacingConnection implements Connection {
    final CountDownLatch left = new CountDownLatch(SPEAKERS * EACH);
    final AtomicInteger overlaps = new AtomicInteger();
    final List<String> contents = new ArrayList<>();

    private final ExecutorService threads;
    private final AtomicInteger inFlight = new AtomicInteger();
    private int count;

    RacingConnection(ExecutorService threads) {
      this.threads = threads;
    }

    @Override
    public void send(String text, Consumer<Throwable> done) {
      overlaps.addAndGet(inFlight.getAndIncrement());
      JsonValue value = GoldenFiles.json(text);
      List<JsonObject> objects =
          value.getValueType() == JsonValue.ValueType.ARRAY
              ? value.asJsonArray().getValuesAs(JsonObject.class)
              : List.of(value.asJsonObject());
      objects.forEach(object -> contents.add(object.getString("content")));
      Runnable completion =
          () -> {
            inFlight.decrementAndGet();
            done.accept(null);
          };
      if (count++ % 3 == 0) {
        completion.run();
      } else {
        threads.execute(completion);
      }
      objects.forEach(object -> left.countDown());
    }

    @Override
    public void ping() {
      throw new IllegalStateException("nobody asked for a ping");
    }

    @Override
    public void close(Farewell farewell) {
      throw new IllegalStateException("nobody ended the client: " + farewell);
    }
  }
}
