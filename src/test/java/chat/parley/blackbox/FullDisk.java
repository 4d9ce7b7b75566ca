package chat.parley.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.launch.Launched;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full in earnest: {@code mvn test -Dtest=FullDisk -Dsmall.disk=DIR
 * -Dparley.war=target/parley.war}, where DIR is a file system of its own of some 16 MB, as {@code
 * mount -t tmpfs -o size=16m tmpfs DIR} makes one.
 */
@EnabledIfSystemProperty(named = "small.disk", matches = ".+")
final class FullDisk {
  /** Messages of this size need more room soon. */
  private static final String MUCH = "x".repeat(8000);

  /** As many of them find room at most that was there already. */
  private static final int MOST = 2000;

  @TempDir private Path folder;

  private final Path disk = Path.of(System.getProperty("small.disk"));

  @Test
  void whatIsSaidIsRefusedUntilThereIsRoomAndReadingGoesOn() throws Exception {
    Path ballast = disk.resolve("ballast");
    try (Launched server = server()) {
      fillAndEmpty(server.url(), ballast);
    } finally {
      Files.deleteIfExists(ballast);
    }
  }

  private Launched server() throws IOException {
    String home = disk.resolve("home").toString();
    return Launched.start(folder, List.of("-Dparley.limit.rate=0"), "--port", "0", "--home", home);
  }

  private static void fillAndEmpty(URI url, Path ballast) throws IOException {
    try (ParleyClient ann = ParleyClient.in(url)) {
      ann.store("#lobby", "before");
      fill(ballast);
      String refused = sayUntilRefused(ann);
      for (int i = 0; i < 3; i++) {
        assertEquals("storage_full", ann.refusal(refused));
        ann.sync();
        HttpResponse<String> health = Http.get(url, "health/ready");
        assertEquals(503, health.statusCode());
        assertTrue(health.body().contains("The disk is full."), health.body());
        try (ParleyClient bob = ParleyClient.in(url)) {
          assertEquals(ann.rooms().position(lobby(ann)), bob.rooms().position(lobby(ann)));
        }
      }
      Files.delete(ballast);
      JsonObject stored = ann.enter(refused);
      assertEquals(ann.messages(lobby(ann)).size(), stored.getInt("seq"));
      assertEquals(200, Http.get(url, "health/ready").statusCode());
    }
  }

  private static String lobby(ParleyClient client) {
    return Json.objects(client.welcome(), "rooms").get(0).getString("id");
  }

  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (; ; ) {
        out.write(block);
      }
    } catch (IOException e) {
      assertTrue(e.getMessage().contains("No space left"), e.getMessage());
    }
  }

  /** Says something large again and again; the one that is refused. */
  private static String sayUntilRefused(ParleyClient client) {
    for (int i = 0; i < MOST; i++) {
      String frame = Ask.message(Fresh.ref(), "#lobby", MUCH);
      client.send(frame);
      String ref = Json.object(frame).getString("ref");
      JsonObject answer = client.heard().await("an answer", ParleyClient.ref(ref));
      if (answer.getString("type").equals("refused")) {
        assertEquals("storage_full", answer.getString("code"));
        return frame;
      }
    }
    throw new AssertionError("there is room for everything");
  }
}
