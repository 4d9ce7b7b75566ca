package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import chat.parley.launch.Launched;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is still there after the server was killed and started again. */
class KillIT {
  @TempDir private Path folder;

  private Launched server;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    server = Launched.ready(folder, List.of("-Dparley.limit.rate=0"));
    url = server.url();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void killAndStart() throws IOException, InterruptedException {
    server.kill();
    start();
  }

  @Test
  void whoComesBackGetsExactlyWhatWasMissed() throws Exception {
    Guest guest = Guest.called(url, "ann");
    List<JsonObject> said = new ArrayList<>();
    Position held;
    String tea;
    try (ParleyClient bob = ParleyClient.in(url)) {
      bob.join("#tea");
      try (ParleyClient ann = ParleyClient.in(url, guest)) {
        tea = ann.join("#tea");
        bob.store("#tea", "heard");
        ann.await("heard");
        held = ann.rooms().position(tea);
      }
      for (int i = 0; i < 100; i++) {
        said.add(bob.store("#tea", "missed " + i));
      }
    }
    killAndStart();
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
      assertEquals(guest.name(), ann.name());
      ann.resume(held);
      assertEquals(said, ann.messages(tea));
      assertFalse(
          ann.heard()
              .any(
                  frame ->
                      frame.getString("type").equals("reset")
                          && frame.getString("recipient").equals(tea)));
    }
  }

  @Test
  void theSameRefStoresNothingAlsoAfterwards() throws Exception {
    Guest guest = Guest.called(url, "ann");
    String frame = Ask.message("once", "#lobby", "hello");
    JsonObject first;
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      ann.send(frame);
      first = ann.await("hello");
    }
    killAndStart();
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      ann.send(frame);
      JsonObject stored = ann.heard().await("stored", it -> it.getString("type").equals("stored"));
      assertEquals(first.getInt("seq"), stored.getInt("seq"));
      assertEquals(first.getString("at"), stored.getString("at"));
      assertEquals(2, ann.store("#lobby", "more").getInt("seq"));
    }
  }

  @Test
  void conversationsAndNamesLast() throws Exception {
    Guest guest = Guest.called(url, "ann");
    Guest silent = Guest.called(url, "bob");
    JsonObject first;
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      first = ann.store("@" + silent.name(), "between us");
    }
    killAndStart();
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      assertEquals(first, ann.await("between us"));
      JsonObject second = ann.store("@" + silent.name(), "still there?");
      assertEquals(first.getString("recipient"), second.getString("recipient"));
      assertEquals(2, second.getInt("seq"));
    }
  }
}
