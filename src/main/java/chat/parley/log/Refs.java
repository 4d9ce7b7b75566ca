package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks up which refs are in use, of many drafts by one statement: they are put to the database in
 * rows of a few fixed sizes, the rest of the last one empty, so that there are few statements to
 * prepare. Not thread-safe.
 */
final class Refs {
  /** Each four times the one before, so that no more than three quarters of one are empty. */
  private static final int[] SIZES = {1, 4, 16, 64, 256};

  private static final int LARGEST = SIZES[SIZES.length - 1];

  /** {@code CROSS}, or SQLite may read the whole table for it. */
  private static final String USED =
      """
      WITH asked (room, sender, ref) AS (VALUES %s)
      SELECT e.room, e.sender, e.ref FROM asked a CROSS JOIN entry e
      WHERE e.room = a.room AND e.sender = a.sender AND e.ref = a.ref AND e.ref IS NOT NULL""";

  private static final String ROW = "(CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))";

  private static final Comparator<OwnRef> BY_ROOM =
      Comparator.comparing((OwnRef ref) -> ref.room().value())
          .thenComparing(ref -> ref.sender().value());

  private final Statements statements;

  Refs(Statements statements) {
    this.statements = statements;
  }

  /** Those of these that an entry has; side by side, as they lie in the index. */
  Set<OwnRef> used(List<OwnRef> refs) throws SQLException {
    List<OwnRef> asked = refs.stream().sorted(BY_ROOM).toList();
    Set<OwnRef> used = new HashSet<>();
    for (int i = 0; i < asked.size(); i += LARGEST) {
      add(asked.subList(i, Math.min(asked.size(), i + LARGEST)), used);
    }
    return used;
  }

  private void add(List<OwnRef> some, Set<OwnRef> used) throws SQLException {
    int size = size(some.size());
    PreparedStatement select = statements.of(sql(size));
    int next = 1;
    for (OwnRef ref : some) {
      select.setString(next++, ref.room().value());
      select.setString(next++, ref.sender().value());
      select.setString(next++, ref.ref().value());
    }
    while (next <= 3 * size) {
      select.setNull(next++, Types.VARCHAR);
    }
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        used.add(
            new OwnRef(
                new RoomId(row.getString(1)),
                new PersonId(row.getString(2)),
                new Ref(row.getString(3))));
      }
    }
  }

  private static int size(int count) {
    int i = 0;
    while (SIZES[i] < count) {
      i++;
    }
    return SIZES[i];
  }

  private static String sql(int size) {
    return USED.formatted(String.join(", ", Collections.nCopies(size, ROW)));
  }
}
