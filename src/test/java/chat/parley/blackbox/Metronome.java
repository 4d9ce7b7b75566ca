package chat.parley.blackbox;

import java.time.Duration;

/** Two who talk, and how long one of them has at most waited for the other. Single-threaded. */
final class Metronome {
  private final ParleyClient speaker;
  private final ParleyClient listener;
  private final String room;
  private Duration longest = Duration.ZERO;
  private int beats;

  Metronome(ParleyClient speaker, ParleyClient listener, String room) {
    this.speaker = speaker;
    this.listener = listener;
    this.room = room;
  }

  /** Says something and waits until the other has heard it. */
  void say(String content) {
    String words = ++beats + " " + content;
    long start = System.nanoTime();
    speaker.say(room, words);
    listener.await(words);
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    longest = waited.compareTo(longest) > 0 ? waited : longest;
    speaker.await(words);
  }

  /** The longest time from saying to hearing. */
  Duration longest() {
    return longest;
  }
}
