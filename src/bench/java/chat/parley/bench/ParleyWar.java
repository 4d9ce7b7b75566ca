package chat.parley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The WAR, run by itself, with all limits off that a load of one machine would meet. */
final class ParleyWar implements Contestant {
  private static final List<String> LIMITS_OFF =
      List.of(
          "-Dparley.limit.rate=0",
          "-Dparley.limit.connections=0",
          "-Dparley.limit.rooms=0",
          "-Dparley.limit.refusals=0");

  private final Path war;
  private final Path folder;
  private final List<String> jvmOptions;
  private final Dialect dialect;

  /**
   * Measures a WAR.
   *
   * @param war its file
   * @param folder where its home and its output go
   * @param jvmOptions options for its JVM, before all others
   * @param dialect how to speak to it
   */
  ParleyWar(Path war, Path folder, List<String> jvmOptions, Dialect dialect) {
    this.war = war;
    this.folder = folder;
    this.jvmOptions = jvmOptions;
    this.dialect = dialect;
  }

  /** The same with more options for its JVM, such as settings. */
  ParleyWar with(String... options) {
    List<String> all = Stream.concat(jvmOptions.stream(), Stream.of(options)).toList();
    return new ParleyWar(war, folder, all, dialect);
  }

  @Override
  public String name() {
    return dialect == Dialect.PARLEY ? "Parley" : "Parley, plain";
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public boolean optional() {
    return false;
  }

  @Override
  public boolean hasRooms() {
    return dialect == Dialect.PARLEY;
  }

  @Override
  public boolean hasHeap() {
    return true;
  }

  @Override
  public ServerProcess start() throws IOException, InterruptedException {
    return start(freshHome());
  }

  /** An empty folder for all that it keeps. */
  Path freshHome() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(folder), "home");
  }

  /** Starts it on what it keeps in this folder. */
  ServerProcess start(Path home) throws IOException, InterruptedException {
    if (!Files.isRegularFile(war)) {
      throw new IOException("there is no " + war + ": build it first");
    }
    int port = ServerProcess.freePort();
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(jvmOptions);
    command.addAll(LIMITS_OFF);
    command.addAll(
        List.of(
            "-jar", war.toString(), "--port", Integer.toString(port), "--home", home.toString()));
    var ready = new ServerProcess.Ready("/health/ready", 200);
    return ServerProcess.start(
        command, Map.of(), ready, port, folder.resolve("parley-" + port + ".log"));
  }
}
