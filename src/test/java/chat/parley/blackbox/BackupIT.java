package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.launch.Launched;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups made while people talk, and what clients notice of one that was restored. */
class BackupIT {
  @TempDir private Path folder;

  private Launched server() throws IOException {
    return Launched.ready(folder, List.of("-Dparley.limit.rate=0"));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Path backup(String name) {
    return folder.resolve(name);
  }

  private Launched errand(List<String> jvm, String name, Path file) throws IOException {
    return Launched.start(
        folder.resolve("errand"), jvm, name, file.toString(), "--home", home().toString());
  }

  /** Does an errand, and wants it done without a word too many. */
  private void succeed(String name, Path file) throws Exception {
    try (Launched errand = errand(List.of(), name, file)) {
      String output = errand.output();
      int status = errand.exit();
      assertEquals("", errand.errors());
      assertEquals(0, status);
      assertTrue(output.contains(file.toString()), output);
      assertEquals(1, output.lines().count(), output);
      try (Stream<Path> left = Files.list(folder.resolve("errand/tmp"))) {
        assertEquals(List.of(), left.filter(Files::isDirectory).toList());
      }
    }
  }

  private void fail(Launched refused, int status, String why) throws Exception {
    try (refused) {
      assertEquals("", refused.output());
      assertEquals(status, refused.exit());
      String line = refused.errors();
      assertEquals(1, line.lines().count(), line);
      assertTrue(line.startsWith("parley: ") && line.contains(why), line);
    }
  }

  @Test
  void eachHoldsAllThatWasAcknowledgedBeforeItBegan() throws Exception {
    AtomicInteger acknowledged = new AtomicInteger();
    Semaphore said = new Semaphore(0);
    AtomicBoolean enough = new AtomicBoolean();
    int[] before = new int[3];
    int[] after = new int[3];
    try (Launched server = server()) {
      URI url = server.url();
      CompletableFuture<Void> talk =
          CompletableFuture.runAsync(() -> talk(url, acknowledged, said, enough));
      for (int i = 0; i < before.length; i++) {
        said.drainPermits();
        assertTrue(said.tryAcquire(50, 10, TimeUnit.SECONDS), "nobody is answered");
        before[i] = acknowledged.get();
        succeed("backup", backup("backup" + i));
        after[i] = acknowledged.get();
        assertTrue(after[i] > before[i], "nobody talked meanwhile");
      }
      enough.set(true);
      talk.get(10, TimeUnit.SECONDS);
    }
    for (int i = before.length - 1; i >= 0; i--) {
      succeed("restore", backup("backup" + i));
      int end = end();
      assertTrue(before[i] <= end && end <= after[i] + 1, before[i] + ", " + end + ", " + after[i]);
    }
  }

  private static void talk(
      URI url, AtomicInteger acknowledged, Semaphore said, AtomicBoolean enough) {
    try (ParleyClient ann = ParleyClient.in(url)) {
      while (!enough.get()) {
        acknowledged.set(ann.store("#lobby", "on and on").getInt("seq"));
        said.release();
      }
    }
  }

  /** Where the lobby ends. */
  private int end() throws IOException {
    try (Launched server = server();
        ParleyClient bob = ParleyClient.in(server.url())) {
      return bob.store("#lobby", "here again").getInt("seq") - 1;
    }
  }

  @Test
  void whoHoldsMoreThanTheRestoredBackupStartsAfresh() throws Exception {
    Guest guest;
    String lobby;
    Position inTheBackup;
    Position later;
    try (Launched server = server()) {
      URI url = server.url();
      guest = Guest.called(url, "ann");
      try (ParleyClient ann = ParleyClient.in(url, guest)) {
        lobby = ann.store("#lobby", "in the backup").getString("recipient");
        inTheBackup = ann.rooms().position(lobby);
        succeed("backup", backup("backup"));
        ann.store("#lobby", "after the backup");
        later = ann.rooms().position(lobby);
      }
    }
    succeed("restore", backup("backup"));
    try (Launched server = server()) {
      URI url = server.url();
      try (ParleyClient bob = ParleyClient.in(url)) {
        bob.store("#lobby", "another history");
        bob.store("#lobby", "goes on");
      }
      try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
        ann.rooms().rewind(later);
        ann.send(Ask.resume(later));
        ann.awaitReset(room -> room.getString("id").equals(lobby));
        ann.await("goes on");
        assertFalse(ann.heard().any(ParleyClient.message("after the backup")));
      }
      try (ParleyClient ann = ParleyClient.welcomed(Handshake.parley(url).as(guest))) {
        ann.resume(inTheBackup);
        List<JsonObject> missed = ann.messages(lobby);
        assertEquals(2, missed.size(), missed::toString);
        assertFalse(ann.heard().any(ParleyClient.type("reset").and(ParleyClient.of(lobby))));
      }
    }
  }

  @Test
  void nothingIsRestoredWhileTheServerRuns() throws Exception {
    try (Launched server = server();
        ParleyClient ann = ParleyClient.in(server.url())) {
      succeed("backup", backup("backup"));
      fail(
          errand(List.of(), "restore", backup("backup")),
          1,
          "The home folder " + home() + " is in use by another process.");
      ann.store("#lobby", "still here");
    }
  }

  @Test
  void whatCannotBeDoneIsOneLine() throws Exception {
    fail(errand(List.of(), "backup", backup("x")), 1, "no database " + home());
    fail(errand(List.of(), "restore", backup("x")), 1, "no file " + backup("x"));
    Path damaged = Files.writeString(backup("damaged"), "This is not a database. ".repeat(1000));
    fail(errand(List.of(), "backup", damaged), 1, "no database");
    fail(errand(List.of(), "restore", damaged), 1, damaged + " is damaged");
    fail(
        Launched.start(folder.resolve("errand"), List.of(), "restore", "x", "--port=1"),
        2,
        "--port=1");
  }

  @Test
  void withPostgresBothNameWhatDoesIt() throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:1/parley";
    fail(errand(List.of("-Dparley.db.url=" + url), "backup", backup("x")), 2, "pg_dump");
    Files.createDirectory(home());
    Files.writeString(home().resolve("parley.properties"), "parley.db.url = " + url);
    fail(errand(List.of(), "restore", backup("x")), 2, "pg_restore");
  }
}
