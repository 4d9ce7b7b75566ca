package chat.parley.log;

import chat.parley.message.PersonId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose attention entries ask for: the tables {@code mention} and {@code follower}. Over the
 * writer's connection. Not thread-safe.
 */
final class Attention {
  private static final String MENTION =
      """
      INSERT INTO mention (room, seq, person, sender, thread) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (room, seq, person) DO NOTHING""";

  private static final String FORGET = "DELETE FROM mention WHERE room = ? AND seq = ?";

  private static final String FOLLOW =
      """
      INSERT INTO follower (room, thread, person, since) VALUES (?, ?, ?, ?)
      ON CONFLICT (room, thread, person) DO NOTHING""";

  private final Statements statements;
  private final Messages messages;

  Attention(Statements statements, Messages messages) {
    this.statements = statements;
    this.messages = messages;
  }

  /** What an entry that was inserted asks for. */
  void apply(Entry entry) throws SQLException {
    String room = entry.room().value();
    if (entry.act() instanceof Act.Say say) {
      said(entry, entry.seq(), say.thread(), say.text());
      if (say.thread() != null) {
        replied(entry, say.thread());
      }
    } else if (entry.act() instanceof Act.Edit edit) {
      statements.update(FORGET, room, edit.target());
      Said said = messages.find(entry.room(), edit.target()).orElseThrow();
      said(entry, edit.target(), said.thread(), edit.text());
    } else if (entry.act() instanceof Act.Delete delete) {
      statements.update(FORGET, room, delete.target());
    }
  }

  /** Who is named in a thread follows it from the message on that names them. */
  private void said(Entry entry, long seq, Long thread, Text text) throws SQLException {
    String room = entry.room().value();
    for (String person : named(text)) {
      statements.update(MENTION, room, seq, person, entry.sender().value(), thread);
      if (thread == null) {
        statements.update(FOLLOW, room, seq, person, seq);
      } else {
        statements.update(FOLLOW, room, thread, person, seq - 1);
      }
    }
  }

  private static List<String> named(Text text) {
    List<String> people = new ArrayList<>();
    text.mentions().stream().map(PersonId::value).forEach(people::add);
    if (text.here()) {
      people.add(Follower.EVERYONE);
    }
    return people;
  }

  private void replied(Entry entry, long thread) throws SQLException {
    String room = entry.room().value();
    Said root = messages.find(entry.room(), thread).orElseThrow();
    statements.update(FOLLOW, room, thread, root.author().value(), thread);
    statements.update(FOLLOW, room, thread, entry.sender().value(), entry.seq());
  }
}
