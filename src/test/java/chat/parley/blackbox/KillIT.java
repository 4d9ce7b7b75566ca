package chat.parley.blackbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.launch.Launched;
import chat.parley.log.LongReading;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  private Path home() {
    return folder.resolve("home");
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
  void deletedTextIsGoneFromEveryFileWithinSeconds() throws Exception {
    String first = Fresh.words("a secret");
    String second = Fresh.words("another secret");
    try (ParleyClient ann = ParleyClient.in(url)) {
      JsonObject said = ann.store("#lobby", first);
      String room = said.getString("recipient");
      ann.enter(Ask.edit(Fresh.ref(), room, said.getInt("seq"), second));
      assertTrue(isKept(first) && isKept(second));
      ann.enter(Ask.delete(Fresh.ref(), room, said.getInt("seq")));
      Deadline deadline = Deadline.soon();
      while (isKept(first) || isKept(second)) {
        assertFalse(deadline.passed(), "still in a file");
        ann.sync();
      }
    }
  }

  @Test
  void whoReadsForLongHoldsThatUpAndNoMore() throws Exception {
    String secret = Fresh.words("a secret");
    try (ParleyClient ann = ParleyClient.in(url)) {
      JsonObject said = ann.store("#lobby", secret);
      LongReading reader = new LongReading(home().resolve("parley.db"));
      try {
        ann.enter(Ask.delete(Fresh.ref(), said.getString("recipient"), said.getInt("seq")));
        Deadline tried = Deadline.in(Duration.ofSeconds(6));
        while (!tried.passed()) {
          assertTrue(isKept(secret), "a reader needs it");
          ann.store("#lobby", "meanwhile");
        }
      } finally {
        reader.close();
      }
      Deadline deadline = Deadline.soon();
      while (isKept(secret)) {
        assertFalse(deadline.passed(), "still in a file");
        ann.sync();
      }
    }
  }

  /** Whether a text is in a file of the home folder. */
  private boolean isKept(String text) throws IOException {
    try (Stream<Path> files = Files.walk(home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void filesPutBackFromACopyAreNoticed() throws Exception {
    Guest guest = Guest.called(url, "ann");
    String lobby;
    Position before;
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      lobby = ann.store("#lobby", "in the copy").getString("recipient");
      before = ann.rooms().position(lobby);
    }
    server.kill();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    copyFiles(home(), copy);
    start();
    Position after;
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      ann.store("#lobby", "lost with the copy");
      after = ann.rooms().position(lobby);
    }
    server.kill();
    copyFiles(copy, home());
    start();
    try (ParleyClient bob = ParleyClient.in(url)) {
      bob.store("#lobby", "another history");
      bob.store("#lobby", "goes on");
    }
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
      ann.rooms().rewind(after);
      ann.send(Ask.resume(after));
      ann.awaitReset(room -> room.getString("id").equals(lobby));
      ann.await("goes on");
      assertFalse(ann.heard().any(ParleyClient.message("lost with the copy")));
    }
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
      ann.resume(before);
      assertEquals(2, ann.messages(lobby).size());
      assertFalse(ann.heard().any(ParleyClient.type("reset").and(ParleyClient.of(lobby))));
    }
  }

  @Test
  void howFarOneHadReadIsWhatTheCopySays() throws Exception {
    Guest guest = Guest.called(url, "ann");
    String lobby;
    try (ParleyClient ann = ParleyClient.in(url, guest)) {
      lobby = ann.store("#lobby", "in the copy").getString("recipient");
      assertReading(ann, Ask.read(lobby, 1), 1, 0, 0);
    }
    server.kill();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    copyFiles(home(), copy);
    start();
    Position after;
    try (ParleyClient ann = ParleyClient.in(url, guest);
        ParleyClient bob = ParleyClient.in(url)) {
      for (int i = 0; i < 3; i++) {
        ann.await(bob.store("#lobby", "lost " + i).getString("content"));
      }
      assertReading(ann, Ask.unread(lobby, 3), 2, 1, 2);
      assertReading(ann, Ask.read(lobby, 4), 4, 1, 0);
      after = ann.rooms().position(lobby);
    }
    server.kill();
    copyFiles(copy, home());
    start();
    try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest));
        ParleyClient bob = ParleyClient.in(url)) {
      bob.store("#lobby", "another history");
      ann.rooms().rewind(after);
      ann.send(Ask.resume(after));
      ann.awaitReset(room -> room.getString("id").equals(lobby));
      assertReading(ann, Ask.PING, 1, 0, 1);
      assertReading(ann, Ask.read(lobby, 4), 2, 0, 0);
      ann.await(bob.store("#lobby", "goes on").getString("content"));
      assertReading(ann, Ask.read(lobby, 1), 2, 0, 1);
    }
  }

  /** Says this, and waits until the server says so of the lobby. */
  private static void assertReading(
      ParleyClient client, String frame, int seq, int turn, int unread) {
    client.send(frame);
    client
        .heard()
        .await(
            "seq " + seq + ", turn " + turn + ", unread " + unread,
            ParleyClient.type("state")
                .and(it -> isReading(Json.objects(it, "rooms").get(0), seq, turn, unread)));
  }

  private static boolean isReading(JsonObject told, int seq, int turn, int unread) {
    return told.getInt("seq") == seq
        && told.getInt("turn") == turn
        && told.getInt("unread") == unread;
  }

  private static void copyFiles(Path from, Path to) throws IOException {
    for (String tail : List.of("", "-wal", "-shm")) {
      Path file = from.resolve("parley.db" + tail);
      Files.deleteIfExists(to.resolve(file.getFileName()));
      if (Files.exists(file)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
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
