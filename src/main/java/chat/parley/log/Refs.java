package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.Ref;
import chat.parley.message.RoomId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks up which refs are in use, of many drafts by one statement. Not thread-safe. */
final class Refs {
  /** {@code CROSS}, or SQLite may read the whole table for it. */
  private static final String USED =
      """
      SELECT e.room, e.sender, e.ref FROM asked a CROSS JOIN entry e
      WHERE e.room = a.room AND e.sender = a.sender AND e.ref = a.ref AND e.ref IS NOT NULL""";

  private static final List<Bulk.Column> COLUMNS =
      List.of(Bulk.Column.text("room"), Bulk.Column.text("sender"), Bulk.Column.text("ref"));

  private static final Comparator<OwnRef> BY_ROOM =
      Comparator.comparing((OwnRef ref) -> ref.room().value())
          .thenComparing(ref -> ref.sender().value());

  private final Statements statements;
  private final Bulk bulk;

  Refs(Statements statements, Bulk bulk) {
    this.statements = statements;
    this.bulk = bulk;
  }

  /** Those of these that an entry has; asked for side by side, as they lie in the index. */
  Set<OwnRef> used(List<OwnRef> refs) throws SQLException {
    Set<OwnRef> used = new HashSet<>();
    if (!refs.isEmpty()) {
      List<Object[]> asked = refs.stream().sorted(BY_ROOM).map(Refs::row).toList();
      bulk.select(
          statements,
          USED,
          COLUMNS,
          asked,
          row ->
              used.add(
                  new OwnRef(
                      new RoomId(row.getString(1)),
                      new PersonId(row.getString(2)),
                      new Ref(row.getString(3)))));
    }
    return used;
  }

  private static Object[] row(OwnRef ref) {
    return new Object[] {ref.room().value(), ref.sender().value(), ref.ref().value()};
  }
}
