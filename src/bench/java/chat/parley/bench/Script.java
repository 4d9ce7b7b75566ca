package chat.parley.bench;

import java.util.List;

/** What a connection says until it hears what it came for. For one connection, on one thread. */
interface Script {
  /** What the handshake adds to the usual headers: whole lines. */
  String header();

  /** The handshake was answered, and with this. */
  void accepted(String answer);

  /** What to say to a frame, perhaps nothing. Not asked any more once it {@link #isEntered}. */
  List<String> answer(String frame);

  /** Whether everything is heard from now on. */
  boolean isEntered();
}
