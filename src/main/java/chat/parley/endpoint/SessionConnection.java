package chat.parley.endpoint;

import chat.parley.client.Connection;
import chat.parley.client.Farewell;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Writes to a container's session. As thread-safe as the session: one frame at a time, and closing
 * at any time.
 */
final class SessionConnection implements Connection {
  private static final System.Logger LOG = System.getLogger(SessionConnection.class.getName());

  private final Session session;
  private final RemoteEndpoint.Async remote;

  SessionConnection(Session session) {
    this.session = session;
    this.remote = session.getAsyncRemote();
  }

  @Override
  public void send(String text, Consumer<Throwable> done) {
    try {
      remote.sendText(
          text, result -> done.accept(result.isOK() ? null : failure(result.getException())));
    } catch (IllegalStateException | IllegalArgumentException e) {
      // a container says so of a session that has just been closed
      done.accept(e);
    }
  }

  private static Throwable failure(Throwable known) {
    return known == null ? new IOException("the frame could not be sent") : known;
  }

  @Override
  public void ping() {
    try {
      remote.sendPing(ByteBuffer.allocate(0));
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      // the peer is gone: its silence will end it
      LOG.log(System.Logger.Level.DEBUG, "A ping could not be sent: {0}", e.getMessage());
    }
  }

  @Override
  public void close(Farewell farewell) {
    try {
      session.close(
          new CloseReason(CloseReason.CloseCodes.getCloseCode(farewell.code()), farewell.text()));
    } catch (IOException | IllegalStateException e) {
      // the peer is gone already
      LOG.log(System.Logger.Level.DEBUG, "A close frame could not be sent: {0}", e.getMessage());
    }
  }
}
