package chat.parley.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process {@code java -jar parley.war}; closing it kills it if it is still there. */
public final class Launched implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** It is there for seconds, most of which it would spend on making itself fast. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Process process;
  private final Path errors;

  private Launched(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts the WAR on a free port with a folder for all that it keeps, and waits until it is ready.
   */
  public static Launched ready(Path folder, List<String> jvm) throws IOException {
    return start(folder, jvm, "--port", "0", "--home", folder.resolve("home").toString());
  }

  /**
   * Starts the WAR; its temporary files and its standard error lie in the folder.
   *
   * @param jvm the options of its JVM, which win over those of one that is short-lived
   */
  public static Launched start(Path folder, List<String> jvm, String... args) throws IOException {
    Path temp = Files.createDirectories(folder.resolve("tmp"));
    Path errors = folder.resolve("stderr");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temp);
    command.addAll(SHORT_LIVED);
    command.addAll(jvm);
    command.addAll(List.of("-jar", System.getProperty("parley.war")));
    command.addAll(List.of(args));
    return new Launched(new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
  }

  /** The page that it says it is ready at; ends with a slash. Can be asked once. */
  public URI url() throws IOException {
    String line = firstLine();
    if (line == null) {
      throw new AssertionError("It ended without being ready: " + errors());
    }
    String ready = "Parley is ready at ";
    if (!line.startsWith(ready)) {
      throw new AssertionError("Expected '" + ready + "…', not '" + line + "'");
    }
    return URI.create(line.substring(ready.length()).replace("localhost", "127.0.0.1"));
  }

  private String firstLine() throws IOException {
    BufferedReader out = process.inputReader();
    return out.readLine();
  }

  /** All that it prints on standard output from here to its end. */
  public String output() throws IOException {
    return String.join("\n", process.inputReader().lines().toList());
  }

  /** All that it has printed on standard error so far. */
  public String errors() throws IOException {
    return Files.readString(errors);
  }

  /** Waits for its end and tells the exit status. */
  public int exit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Still running after " + PATIENCE);
    }
    return process.exitValue();
  }

  /** Asks it to stop, as a service manager does. */
  void terminate() {
    process.toHandle().destroy(); // Process.destroy would close its output, too.
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops it where it is, as a machine does that is short of time, until {@link #resume}. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** Lets it go on. */
  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
