package chat.parley.room;

import java.util.List;

/** What may follow a joining, leaving or opening in a test. */
public final class Sequels {
  /** Nothing follows. */
  public static final Sequel NONE = new Sequel(room -> {}, () -> {});

  private Sequels() {}

  /** What became of it is noted here, {@code stored} or {@code failed}. */
  static Sequel notedIn(List<String> notes) {
    return new Sequel(room -> notes.add("stored"), () -> notes.add("failed"));
  }
}
