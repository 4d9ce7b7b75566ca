package chat.parley.endpoint;

import chat.parley.client.ClientManager;
import chat.parley.client.Greeting;
import chat.parley.client.Reception;
import chat.parley.config.Config;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * How the container makes endpoints: with CDI's beans, which Tomcat would not inject, and without
 * compression, which costs memory for each connection. Who may come in has been decided at the
 * {@link Door}.
 */
public class Handshake extends ServerEndpointConfig.Configurator {
  @Override
  public <T> T getEndpointInstance(Class<T> type) {
    return type.cast(
        new ChatEndpoint(
            bean(Config.class),
            bean(ClientManager.class),
            bean(Greeting.class),
            bean(Reception.class),
            bean(Strangers.class)));
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
