package chat.parley.endpoint;

import chat.parley.client.Client;
import chat.parley.client.ClientManager;
import chat.parley.client.Farewell;
import chat.parley.client.Greeting;
import chat.parley.client.Reception;
import chat.parley.config.Config;
import chat.parley.wire.Format;
import chat.parley.wire.MessageDecoder;
import chat.parley.wire.MessageEncoder;
import chat.parley.wire.Received;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;

/**
 * One WebSocket connection at {@code /ws}: registers it as a {@link Client}, and hands on what it
 * says in the format that was agreed. There is one instance a connection, and a container calls it
 * from one thread at a time.
 */
@ServerEndpoint(
    value = "/ws",
    subprotocols = Format.SUBPROTOCOL,
    encoders = MessageEncoder.class,
    decoders = MessageDecoder.class,
    configurator = Handshake.class)
public class ChatEndpoint {
  /** Characters that a container hands over at a time, at most. */
  private static final int MAX_PART = 1024 * 1024;

  private static final MessageDecoder DECODER = new MessageDecoder();
  private static final System.Logger LOG = System.getLogger(ChatEndpoint.class.getName());

  private final Config config;
  private final ClientManager clients;
  private final Greeting greeting;
  private final Reception reception;
  private final Strangers strangers;
  private final Reassembly frames;
  private Client client;

  /** An endpoint for one connection. */
  ChatEndpoint(
      Config config,
      ClientManager clients,
      Greeting greeting,
      Reception reception,
      Strangers strangers) {
    this.config = config;
    this.clients = clients;
    this.greeting = greeting;
    this.reception = reception;
    this.strangers = strangers;
    this.frames = new Reassembly(config.limits().frame());
  }

  /** Registers the connection, under the person whom the door has found. */
  @OnOpen
  public void open(Session session) {
    Visitor visitor =
        session.getUserPrincipal() instanceof Visitor known ? known : strangers.visitor();
    session.setMaxIdleTimeout(0);
    client =
        new Client(
            visitor.person().id(),
            Format.of(session.getNegotiatedSubprotocol()),
            visitor.address(),
            new SessionConnection(session),
            config,
            System::nanoTime,
            clients::retire);
    if (client.format() == Format.PARLEY) {
      greeting.welcome(client, visitor.person());
    }
    clients.register(client);
  }

  /**
   * Takes a part of a frame, and hands on what the client says when it is whole. Who was told to go
   * is not listened to any more.
   */
  @OnMessage(maxMessageSize = MAX_PART)
  public void message(String part, boolean last) {
    if (client.isGone()) {
      return;
    }
    client.heard();
    frames.add(part, last).map(DECODER::decode).ifPresent(this::receive);
    if (frames.isTooBig()) {
      client.end(Farewell.TOO_BIG);
    }
  }

  private void receive(Received received) {
    if (client.format() == Format.PLAIN) {
      reception.receive(client, received.plain());
    } else {
      received.parley().ifPresent(message -> reception.receive(client, message));
    }
  }

  /** Binary frames are not part of the protocol. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    client.end(Farewell.UNSUPPORTED);
  }

  /** The peer answered a WebSocket ping. */
  @OnMessage
  public void pong(PongMessage pong) {
    client.heard();
  }

  /** An error on reading ends the client. */
  @OnError
  public void error(Session session, Throwable error) {
    if (client != null) {
      LOG.log(System.Logger.Level.DEBUG, () -> "Client " + client.id() + " ends: " + error);
      client.end(Farewell.FAILED);
    }
  }

  /** Forgets the connection, whatever ended it. */
  @OnClose
  public void close() {
    if (client != null) {
      clients.unregister(client);
    }
  }
}
