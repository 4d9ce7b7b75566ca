package chat.parley.chaos;

import chat.parley.launch.Launched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server under test behind its proxy: the same WAR on the same home folder, as a process that
 * comes and goes. Not thread-safe.
 */
final class Victim implements AutoCloseable {
  private final Path folder;
  private final Backing backing;
  private final Proxy proxy = new Proxy();
  private Launched process;
  private URI url;

  Victim(Path folder, Backing backing) throws IOException {
    this.folder = folder;
    this.backing = backing;
    start();
  }

  /** Where clients come in; stays the same. */
  URI url() {
    return proxy.url();
  }

  /** Where it is without the proxy, until it is killed. */
  URI direct() {
    return url;
  }

  Backing backing() {
    return backing;
  }

  Proxy proxy() {
    return proxy;
  }

  void start() throws IOException {
    List<String> jvm =
        new ArrayList<>(
            List.of(
                "-Xmx256m",
                "-Dparley.limit.rate=0",
                "-Dparley.limit.refusals=0",
                "-Dparley.limit.connections=0"));
    jvm.addAll(backing.options());
    process = Launched.ready(folder, jvm);
    url = process.url();
    proxy.forward(Optional.of(url));
  }

  void kill() throws InterruptedException {
    proxy.forward(Optional.empty());
    process.kill();
  }

  void pause() throws IOException, InterruptedException {
    process.pause();
  }

  void resume() throws IOException, InterruptedException {
    process.resume();
  }

  /** What it has said on standard error since it was started last. */
  String errors() throws IOException {
    return process.errors();
  }

  @Override
  public void close() {
    proxy.close();
    process.close();
  }
}
