package chat.parley.blackbox;

import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The server's answer to a handshake.
 *
 * @param status 101 if it opened the socket
 * @param lines the header lines
 * @param wire the connection, if it was opened
 */
public record Answer(int status, List<String> lines, Optional<Wire> wire) {
  static Answer of(String head, Socket socket) {
    List<String> lines = head.lines().toList();
    int status = Integer.parseInt(lines.get(0).split(" ", 3)[1]);
    Optional<Wire> wire = status == 101 ? Optional.of(new Wire(socket)) : Optional.empty();
    return new Answer(status, lines, wire);
  }

  /** The value of the first header of this name. */
  Optional<String> header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
