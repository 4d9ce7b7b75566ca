package chat.parley.endpoint;

import chat.parley.client.ClientManager;
import chat.parley.config.Config;
import chat.parley.config.Delivery;
import chat.parley.config.Homes;
import chat.parley.config.Limits;
import chat.parley.config.Storage;
import chat.parley.people.People;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * Parley's WebSocket endpoint on Tyrus's own server, without servlets: a port, Weld SE, and no
 * limits on sending.
 */
final class TyrusHost implements AutoCloseable {
  private final WeldContainer weld;
  private final LoopbackServer server;
  private final URI uri;

  private TyrusHost(WeldContainer weld, LoopbackServer server, URI uri) {
    this.weld = weld;
    this.server = server;
    this.uri = uri;
  }

  /**
   * Starts it.
   *
   * @param others what makes other parts than {@link Parts}
   */
  static TyrusHost start(Class<?>... others) throws Exception {
    WeldContainer weld =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(
                Parts.class, Parley.class, ClientManager.class, People.class, Settings.class)
            .addBeanClasses(others)
            .initialize();
    LoopbackServer server = LoopbackServer.serve(ChatEndpoint.class);
    return new TyrusHost(weld, server, URI.create("ws://127.0.0.1:" + server.getPort() + "/ws"));
  }

  /** The part of this type. */
  <T> T part(Class<T> type) {
    return weld.select(type).get();
  }

  /** A client without subprotocol. */
  Talker plain() throws Exception {
    return Talker.connect(uri, List.of());
  }

  /** A client of {@code parley.v1}. */
  Talker parley() throws Exception {
    return Talker.connect(uri, List.of("parley.v1"));
  }

  @Override
  public void close() {
    server.stop();
    weld.close();
  }

  /** What the tests run under. */
  static final class Settings {
    @Produces
    @Singleton
    static Storage storage() {
      return new Storage.Folder(Homes.without());
    }

    @Produces
    @Singleton
    static Config config() {
      return new Config(
          Path.of("unused"),
          Optional.empty(),
          List.of(),
          List.of(),
          new Limits(8000, 65536, 0, 20, 0, 200, 50, 20),
          new Delivery(
              100_000,
              64 * 1024 * 1024,
              Duration.ofSeconds(10),
              Duration.ofSeconds(20),
              Duration.ofSeconds(45),
              Duration.ofSeconds(10)),
          100_000,
          64 * 1024 * 1024);
    }
  }
}
