package chat.parley.endpoint;

import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Set;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.tyrus.container.grizzly.server.WebSocketAddOn;
import org.glassfish.tyrus.core.TyrusWebSocketEngine;
import org.glassfish.tyrus.server.TyrusServerContainer;
import org.glassfish.tyrus.spi.ServerContainer;
import org.glassfish.tyrus.spi.WebSocketEngine;

/**
 * Tyrus on Grizzly, as its own {@code Server} does it, but on the loopback address alone: that one
 * can't be told where to listen.
 */
final class LoopbackServer extends TyrusServerContainer {
  private final TyrusWebSocketEngine engine = TyrusWebSocketEngine.builder(this).build();
  private final HttpServer server = new HttpServer();
  private final NetworkListener listener = new NetworkListener("loopback", "127.0.0.1", 0);

  LoopbackServer() {
    super(Set.of());
  }

  /** Serves this endpoint at a free port. */
  static LoopbackServer serve(Class<?> endpoint) throws Exception {
    LoopbackServer server = new LoopbackServer();
    server.register(endpoint);
    server.start("/", 0);
    return server;
  }

  @Override
  public void register(Class<?> endpoint) throws DeploymentException {
    engine.register(endpoint, "/");
  }

  @Override
  public void register(ServerEndpointConfig endpoint) throws DeploymentException {
    engine.register(endpoint, "/");
  }

  @Override
  public WebSocketEngine getWebSocketEngine() {
    return engine;
  }

  @Override
  public void start(String root, int port) throws IOException, DeploymentException {
    listener.getKeepAlive().setIdleTimeoutInSeconds(-1);
    listener.registerAddOn(webSockets());
    server.addListener(listener);
    server.start();
    super.start(root, port);
  }

  /** The add-on's constructor is Tyrus's own business, but the only way to choose the listener. */
  private AddOn webSockets() {
    try {
      Constructor<WebSocketAddOn> constructor =
          WebSocketAddOn.class.getDeclaredConstructor(ServerContainer.class, String.class);
      constructor.setAccessible(true);
      return constructor.newInstance(this, "/");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Tyrus has no such add-on", e);
    }
  }

  @Override
  public int getPort() {
    return listener.getPort();
  }

  @Override
  public void stop() {
    super.stop();
    server.shutdownNow();
  }
}
