package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What becomes of messages by the entries after them: the columns of {@code entry} that say how a
 * message is now, and the tables {@code superseded} and {@code reaction}. Over the writer's
 * connection. Not thread-safe.
 */
final class Messages {
  private static final String FIND =
      "SELECT sender, thread, deleted FROM entry WHERE room = ? AND seq = ? AND kind = 'MESSAGE'";

  private static final String SUPERSEDE =
      """
      INSERT INTO superseded (room, target, seq, content)
      SELECT room, seq, COALESCE(edited, seq), content FROM entry
      WHERE room = ? AND seq = ? AND content IS NOT NULL""";

  private static final String EDIT =
      "UPDATE entry SET content = ?, mentions = ?, edited = ? WHERE room = ? AND seq = ?";

  private static final String DELETE =
      """
      UPDATE entry SET content = NULL, mentions = NULL, pinned = NULL, deleted = ?
      WHERE room = ? AND seq = ? AND deleted IS NULL""";

  private static final String FORGET_TEXTS = "DELETE FROM superseded WHERE room = ? AND target = ?";

  private static final String FORGET_REACTIONS =
      "DELETE FROM reaction WHERE room = ? AND target = ?";

  private static final String REACT =
      """
      INSERT INTO reaction (room, target, emoji, person, seq) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (room, target, emoji, person) DO NOTHING""";

  private static final String UNREACT =
      "DELETE FROM reaction WHERE room = ? AND target = ? AND emoji = ? AND person = ?";

  private static final String PIN = "UPDATE entry SET pinned = ? WHERE room = ? AND seq = ?";

  private static final String TEXT =
      """
      SELECT content FROM superseded WHERE room = ? AND target = ? AND seq = ?
      UNION ALL
      SELECT content FROM entry WHERE room = ? AND seq = ? AND COALESCE(edited, seq) = ?""";

  private final Statements statements;

  Messages(Statements statements) {
    this.statements = statements;
  }

  /** The message of this seq; empty if there is none. */
  Optional<Said> find(RoomId room, long seq) throws SQLException {
    try (ResultSet row = statements.of(FIND, room.value(), seq).executeQuery()) {
      return row.next()
          ? Optional.of(
              new Said(
                  seq,
                  new PersonId(row.getString(1)),
                  EntryTable.optional(row, 2).orElse(null),
                  EntryTable.optional(row, 3).isPresent()))
          : Optional.empty();
    }
  }

  /** What an entry that was inserted does to a message. */
  void apply(Entry entry) throws SQLException {
    String room = entry.room().value();
    if (entry.act() instanceof Act.Edit edit) {
      statements.update(SUPERSEDE, room, edit.target());
      statements.update(
          EDIT,
          edit.text().content(),
          Details.mentions(edit.text()),
          entry.seq(),
          room,
          edit.target());
    } else if (entry.act() instanceof Act.Delete delete) {
      statements.update(DELETE, entry.seq(), room, delete.target());
      statements.update(FORGET_TEXTS, room, delete.target());
      statements.update(FORGET_REACTIONS, room, delete.target());
    } else if (entry.act() instanceof Act.React react) {
      react(room, react, entry);
    } else if (entry.act() instanceof Act.Pin pin) {
      statements.update(PIN, pin.on() ? entry.seq() : null, room, pin.target());
    }
  }

  private void react(String room, Act.React react, Entry entry) throws SQLException {
    String person = entry.sender().value();
    if (react.on()) {
      statements.update(REACT, room, react.target(), react.emoji().text(), person, entry.seq());
    } else {
      statements.update(UNREACT, room, react.target(), react.emoji().text(), person);
    }
  }

  /**
   * The text that a message had by this entry, which is the message itself or an edit of it; empty
   * if the message is deleted.
   */
  Optional<String> text(RoomId room, long target, long entry) throws SQLException {
    try (ResultSet row =
        statements
            .of(TEXT, room.value(), target, entry, room.value(), target, entry)
            .executeQuery()) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }
}
