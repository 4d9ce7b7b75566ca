package chat.parley.blackbox;

import static chat.parley.blackbox.ParleyClient.of;
import static chat.parley.blackbox.ParleyClient.type;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who is writing just now. */
interface TypingRules extends Host {
  @Test
  default void whoWritesIsToldToTheRoomUntilTheMessageComes() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.join(name);
      bob.join(name);
      bob.send(Ask.typing(room));
      ann.heard().await("that bob is writing", typing(room, bob.id()));
      bob.store(name, "hello");
      ann.await("hello");
      bob.send(Ask.typing(room));
      ann.heard()
          .awaitUntil(
              "that bob is writing again",
              () -> ann.heard().all().stream().filter(typing(room, bob.id())).count() == 2);
    }
  }

  @Test
  default void itEndsByItself() {
    String name = Fresh.room("tea");
    try (ParleyClient ann = ParleyClient.in(open())) {
      String room = ann.join(name);
      ann.send(Ask.typing(room));
      ann.heard().await("that ann is writing", typing(room, ann.id()));
      long begun = System.nanoTime();
      ann.heard()
          .await("that nobody is any more", Deadline.in(Duration.ofSeconds(10)), typing(room));
      double seconds = (System.nanoTime() - begun) / 1e9;
      assertTrue(seconds > 2 && seconds < 8, "after " + seconds + " s");
    }
  }

  @Test
  default void itReachesNobodyElseAndNobodyElseCan() {
    String title = Fresh.words("plans");
    try (ParleyClient ann = ParleyClient.in(open());
        ParleyClient bob = ParleyClient.in(open())) {
      String room = ann.hide(title);
      bob.send(Ask.typing(room));
      bob.sync();
      ann.send(Ask.typing(room));
      JsonObject told = ann.heard().await("who is writing", type("typing").and(of(room)));
      assertTrue(typing(room, ann.id()).test(told), told::toString);
      String words = Fresh.words("later");
      ann.store("#lobby", words);
      bob.await(words);
      assertFalse(bob.heard().any(of(room)), "a stranger was told of a private room");
    }
  }

  private static Predicate<JsonObject> typing(String room, String... people) {
    return type("typing")
        .and(of(room))
        .and(it -> Json.strings(it, "people").equals(List.of(people)));
  }
}
