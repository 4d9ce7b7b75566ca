package chat.parley.endpoint;

import chat.parley.client.ClientManager;
import chat.parley.client.Greeting;
import chat.parley.client.Reception;
import chat.parley.config.Config;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.function.Supplier;

/**
 * How the container makes endpoints: with CDI's beans, which Tomcat would not inject, and without
 * compression, which costs memory for each connection. Who may come in has been decided at the
 * {@link Door}.
 */
public class Handshake extends ServerEndpointConfig.Configurator {
  /** Null before the first. */
  private volatile Supplier<ChatEndpoint> endpoints;

  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    Supplier<ChatEndpoint> known = endpoints;
    if (known == null) {
      known = endpoints();
      endpoints = known;
    }
    return type.cast(known.get());
  }

  /** The same beans serve all: to look them up costs a good part of a handshake. */
  private static Supplier<ChatEndpoint> endpoints() {
    Config config = bean(Config.class);
    ClientManager clients = bean(ClientManager.class);
    Greeting greeting = bean(Greeting.class);
    Reception reception = bean(Reception.class);
    Strangers strangers = bean(Strangers.class);
    return () -> new ChatEndpoint(config, clients, greeting, reception, strangers);
  }

  private static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }

  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return List.of();
  }
}
