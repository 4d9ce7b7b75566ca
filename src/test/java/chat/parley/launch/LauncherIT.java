package chat.parley.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void servesItsPageAtTheContextAndTellsHowToLetOthersIn() throws Exception {
    try (Launched server = start("--port=0", "--context=/a/b", "--home", home())) {
      URI url = server.url();
      assertEquals("/a/b/", url.getPath());
      HttpRequest page = HttpRequest.newBuilder(url).build();
      assertEquals(200, HTTP.send(page, BodyHandlers.discarding()).statusCode());
      server.terminate();
      assertTrue(server.output().contains("--address 0.0.0.0"));
      assertEquals("", server.errors());
    }
  }

  @Test
  void endsWithin10SecondsAfterItsSocketsHaveClosedWith1001() throws Exception {
    try (Launched server = start("--port", "0", "--home", home())) {
      CloseCode closed = new CloseCode();
      URI socket = URI.create(server.url().toString().replace("http:", "ws:") + "ws");
      WebSocket open =
          HTTP.newWebSocketBuilder().buildAsync(socket, closed).get(10, TimeUnit.SECONDS);
      open.sendText("hello", true);
      closed.heard.get(
          10, TimeUnit.SECONDS); // so the server knows the socket, which is open before
      long begun = System.nanoTime();
      server.terminate();
      assertEquals(1001, closed.code.get(10, TimeUnit.SECONDS));
      assertEquals(143, server.exit());
      Duration taken = Duration.ofNanos(System.nanoTime() - begun);
      assertTrue(taken.compareTo(Duration.ofSeconds(10)) < 0, taken::toString);
    }
  }

  @Test
  void unpacksWhereOnlyThisUserReadsAndLeavesNothing() throws Exception {
    try (Launched server = start("--port", "0", "--home", home())) {
      server.url();
      Path unpacked = temporary().stream().filter(this::isUnpacked).findFirst().orElseThrow();
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(unpacked)));
      server.terminate();
      server.exit();
      assertEquals(List.of(), temporary().stream().filter(this::isUnpacked).toList());
    }
  }

  @Test
  void explainsItself() throws Exception {
    try (Launched help = start("--help")) {
      assertTrue(help.output().startsWith("Usage: java -jar parley.war"));
      assertEquals(0, help.exit());
    }
  }

  @Test
  void tellsItsVersion() throws Exception {
    try (Launched version = start("--version")) {
      assertTrue(version.output().matches("Parley \\d+\\.\\d+\\.\\d+"));
      assertEquals(0, version.exit());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=1", "--port=x", "--address=nowhere.invalid", "--context=chat"})
  void aWrongOptionIsOneLine(String option) throws Exception {
    assertFails(start(option), 2, "parley: .*" + option.split("=")[0] + ".*");
  }

  @Test
  void aTakenPortIsOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertFails(start("--port", port, "--home", home()), 1, "parley: .*port " + port + ".*");
    }
  }

  @Test
  void aWrongSettingIsOneLine() throws Exception {
    Launched server =
        Launched.start(folder, List.of("-Dparley.limit.rate=fast"), "--port=0", "--home", home());
    assertFails(server, 1, "parley: .*parley\\.limit\\.rate.*fast.*");
  }

  @Test
  void aDamagedDatabaseIsOneLine() throws Exception {
    Path home = Files.createDirectories(Path.of(home()));
    Files.writeString(home.resolve("parley.db"), "This is not a database. ".repeat(1000));
    assertFails(
        start("--port=0", "--home", home()), 1, "parley: .*/parley\\.db is damaged: restore .*");
  }

  @Test
  void aHomeThatAnotherProcessHoldsIsOneLine() throws Exception {
    try (Launched first = start("--port=0", "--home", home())) {
      first.url();
      try (Launched second =
          Launched.start(folder.resolve("second"), List.of(), "--port=0", "--home", home())) {
        URI page = second.url();
        List<String> lines = second.errors().lines().toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(
            lines.get(0).contains("The home folder " + home() + " is in use by another process."));
        HttpRequest me = HttpRequest.newBuilder(page.resolve("me")).build();
        String told = HTTP.send(me, BodyHandlers.ofString()).body();
        assertTrue(told.contains("is in use by another process."), told);
      }
    }
  }

  /**
   * Class files of Java 8 begin with version 52; what an older Java than 17 gets to see is this
   * one.
   */
  @Test
  void itsFirstClassCanBeReadByOldJava() throws IOException {
    try (JarFile war = new JarFile(System.getProperty("parley.war"));
        DataInputStream in =
            new DataInputStream(
                war.getInputStream(war.getEntry("chat/parley/launch/Main.class")))) {
      in.skipNBytes(6);
      assertEquals(52, in.readUnsignedShort());
    }
  }

  private Launched start(String... args) throws IOException {
    return Launched.start(folder, List.of(), args);
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private List<Path> temporary() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.toList();
    }
  }

  private boolean isUnpacked(Path path) {
    return path.getFileName().toString().startsWith("parley-");
  }

  private static void assertFails(Launched server, int status, String line) throws Exception {
    try (server) {
      assertEquals(status, server.exit());
      assertLinesMatch(List.of(line), server.errors().lines().toList());
      assertEquals("", server.output());
    }
  }

  private static final class CloseCode implements WebSocket.Listener {
    final CompletableFuture<Integer> code = new CompletableFuture<>();
    final CompletableFuture<String> heard = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      heard.complete(text.toString());
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      code.complete(status);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      code.completeExceptionally(error);
    }
  }
}
