package chat.parley.bench;

import java.util.Optional;

/** How a load speaks to a server. */
enum Dialect {
  /** Parley's own protocol. */
  PARLEY {
    @Override
    String header() {
      return "Sec-WebSocket-Protocol: parley.v1\r\n";
    }

    @Override
    boolean enters() {
      return true;
    }

    @Override
    Optional<String> sign() {
      return Optional.of("{\"type\":\"pong\"}");
    }

    @Override
    String say(String room, String ref, String content) {
      return "{\"type\":\"message\",\"ref\":\""
          + ref
          + "\",\"recipient\":\""
          + room
          + "\",\"content\":\""
          + content
          + "\"}";
    }
  },

  /** The tutorial's: any text is a message to the one room there is. */
  PLAIN {
    @Override
    String header() {
      return "";
    }

    @Override
    boolean enters() {
      return false;
    }

    @Override
    Optional<String> sign() {
      return Optional.empty();
    }

    @Override
    String say(String room, String ref, String content) {
      return content;
    }
  };

  static final String LOBBY = "#lobby";

  static final String RESUME = "{\"type\":\"resume\",\"positions\":[]}";
  private static final String JOIN = "{\"type\":\"join\",\"ref\":\"%s\",\"recipient\":\"%s\"}";

  /** A frame that joins a room, or has it told afresh; never the same twice. */
  static String join(String room) {
    return JOIN.formatted("join-" + System.nanoTime(), room);
  }

  /** What the handshake adds to the usual headers: whole lines. */
  abstract String header();

  /** Whether a connection hears its room only after an exchange of frames. */
  abstract boolean enters();

  /** What a connection says from time to time to count as alive, if it must. */
  abstract Optional<String> sign();

  /** The frame that says {@code content} in {@code room}; none of the three may need escaping. */
  abstract String say(String room, String ref, String content);

  /** What to answer to a frame while the room is not yet heard: perhaps nothing. */
  String[] answer(String frame, String room) {
    if (!frame.contains("\"type\":\"welcome\"")) {
      return new String[0];
    }
    return room.equals(LOBBY) ? new String[] {RESUME} : new String[] {RESUME, join(room)};
  }

  /** Whether this frame says that the room is heard from now on. */
  boolean entered(String frame, String room) {
    return frame.contains("\"type\":\"reset\"") && frame.contains("\"name\":\"" + room + "\"");
  }
}
