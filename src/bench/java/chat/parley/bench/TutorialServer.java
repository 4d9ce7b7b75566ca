package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The tutorial's server in Go, the baseline; built from source where Go and its WebSocket package
 * are installed.
 */
final class TutorialServer implements Contestant {
  /** Debian's packages lie here, and are found without a module file. */
  private static final Map<String, String> DEBIAN =
      Map.of("GO111MODULE", "off", "GOPATH", "/usr/share/gocode");

  /**
   * Without it each of N connections is told of each other one while they open, which is not what
   * is measured.
   */
  private static final Map<String, String> NO_NOTICES = Map.of("QUIET", "1");

  private static final int BUILDING_SECONDS = 120;

  private final Path source;
  private final Path folder;

  /** Measures the server of this source file; the program and its output go to {@code folder}. */
  TutorialServer(Path source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "tutorial (Go)";
  }

  @Override
  public Dialect dialect() {
    return Dialect.PLAIN;
  }

  @Override
  public boolean optional() {
    return true;
  }

  @Override
  public boolean hasRooms() {
    return false;
  }

  @Override
  public boolean hasHeap() {
    return false;
  }

  @Override
  public ServerProcess start() throws IOException, InterruptedException {
    Path program = build();
    int port = ServerProcess.freePort();
    var ready = new ServerProcess.Ready("/", 404);
    Path output = folder.resolve("tutorial-" + port + ".log");
    return ServerProcess.start(
        List.of(program.toString(), "127.0.0.1:" + port), NO_NOTICES, ready, port, output);
  }

  private Path build() throws IOException, InterruptedException {
    Path program = Files.createDirectories(folder).resolve("tutorial").toAbsolutePath();
    Path output = folder.resolve("tutorial-build.log");
    ProcessBuilder builder =
        new ProcessBuilder("go", "build", "-o", program.toString(), source.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(DEBIAN);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new IOException("Go is not installed", e);
    }
    if (!process.waitFor(BUILDING_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("building it took too long");
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "it can't be built: " + Files.readString(output).lines().findFirst().orElse(""));
    }
    return program;
  }
}
