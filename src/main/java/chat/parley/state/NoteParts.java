package chat.parley.state;

import chat.parley.message.FromServer;
import chat.parley.message.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes messages of notes, of which none is much longer than one note may be; each follows on the
 * one before. Not thread-safe.
 */
final class NoteParts {
  /** Characters after which a message is full. */
  private static final int FULL = 16 * 1024;

  private final Mark mark;
  private final boolean isAfresh;
  private final List<FromServer> parts = new ArrayList<>();
  private List<FromServer.Note> part = new ArrayList<>();
  private int length;
  private Long after;
  private long version;

  /**
   * @param since the version that those who are told hold; 0 for nothing
   * @param mark of this run of the server
   */
  private NoteParts(long since, Mark mark) {
    this.mark = mark;
    this.isAfresh = since == 0;
    this.after = isAfresh ? null : since;
    this.version = since;
  }

  /** The messages that tell these, which are in order; one at least. */
  static List<FromServer> of(long since, Mark mark, List<StoredNote> notes) {
    NoteParts all = new NoteParts(since, mark);
    notes.forEach(all::add);
    all.end();
    return all.parts;
  }

  private void add(StoredNote stored) {
    if (length > FULL) {
      end();
    }
    version = stored.version();
    String value = stored.note().value();
    if (!isAfresh || value != null) {
      part.add(new FromServer.Note(stored.note().key(), value));
      length += value == null ? 0 : value.length();
    }
  }

  private void end() {
    parts.add(new FromServer.Notes(after, version, mark, part));
    after = version;
    part = new ArrayList<>();
    length = 0;
  }
}
