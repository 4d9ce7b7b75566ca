package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts what is unread, of many people and rooms by one statement, over one connection, whose
 * transaction makes all of it of one moment. Not thread-safe.
 */
final class Tallies {
  private static final String ASKED = "WITH asked (person, room, mark, since) AS (VALUES %s)";

  private static final String ROW =
      "(CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT), CAST(? AS BIGINT))";

  private static final String UNREAD =
      """
      SELECT a.person, a.room, a.mark, r.last_seq,
        COALESCE((SELECT e.number FROM entry e WHERE e.room = a.room AND e.number IS NOT NULL
            ORDER BY e.seq DESC LIMIT 1), 0)
          - COALESCE((SELECT e.number FROM entry e WHERE e.room = a.room AND e.number IS NOT NULL
              AND e.seq <= a.mark ORDER BY e.seq DESC LIMIT 1), 0)
          - (SELECT COUNT(*) FROM entry e WHERE e.room = a.room AND e.kind = 'MESSAGE'
              AND e.thread IS NULL AND e.sender = a.person AND e.seq > a.mark)
          - (SELECT COUNT(*) FROM entry e WHERE e.room = a.room AND e.kind = 'MESSAGE'
              AND e.thread IS NULL AND e.deleted IS NOT NULL AND e.sender <> a.person AND e.seq > a.mark),
        (SELECT COUNT(DISTINCT m.seq) FROM mention m WHERE m.room = a.room
          AND m.person IN (a.person, '*') AND m.sender <> a.person AND m.thread IS NULL
          AND m.seq > a.mark),
        a.since
      FROM asked a JOIN room r ON r.id = a.room""";

  /** {@code CROSS}, so that SQLite doesn't begin with all replies that there are. */
  private static final String FOLLOWED =
      """
      SELECT a.person, a.room, f.thread, MAX(COALESCE(m.seq, 0)), MIN(f.since),
        MAX(a.since), COUNT(DISTINCT e.seq)
      FROM asked a
      CROSS JOIN follower f
      LEFT JOIN read_mark m ON m.person = a.person AND m.room = a.room AND m.thread = f.thread
      CROSS JOIN entry e
      WHERE f.room = a.room AND f.person IN (a.person, '*')
        AND e.room = f.room AND e.thread = f.thread AND e.seq > f.since
        AND e.seq > a.since AND e.seq > COALESCE(m.seq, 0)
        AND e.sender <> a.person AND e.deleted IS NULL
      GROUP BY a.person, a.room, f.thread ORDER BY f.thread""";

  private final Connection connection;

  Tallies(Connection connection) {
    this.connection = connection;
  }

  /** One of each of these whose room is stored, in no order. */
  List<Tally> of(List<Reader> readers) throws SQLException {
    if (readers.isEmpty()) {
      return List.of();
    }
    Map<Place, List<Tally.Followed>> threads = threads(readers);
    List<Tally> tallies = new ArrayList<>();
    try (PreparedStatement select = prepare(UNREAD, readers);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Place place = place(row);
        tallies.add(
            new Tally(
                new Reader(place.person(), place.room(), row.getLong(3), row.getLong(7)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                threads.getOrDefault(place, List.of())));
      }
    }
    return tallies;
  }

  private Map<Place, List<Tally.Followed>> threads(List<Reader> readers) throws SQLException {
    Map<Place, List<Tally.Followed>> threads = new HashMap<>();
    try (PreparedStatement select = prepare(FOLLOWED, readers);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        threads
            .computeIfAbsent(place(row), place -> new ArrayList<>())
            .add(
                new Tally.Followed(
                    row.getLong(3),
                    Math.max(row.getLong(4), Math.max(row.getLong(5), row.getLong(6))),
                    row.getLong(7)));
      }
    }
    return threads;
  }

  private PreparedStatement prepare(String question, List<Reader> readers) throws SQLException {
    String rows =
        IntStream.range(0, readers.size()).mapToObj(i -> ROW).collect(Collectors.joining(", "));
    PreparedStatement select = connection.prepareStatement(ASKED.formatted(rows) + question);
    int next = 1;
    for (Reader reader : readers) {
      select.setString(next++, reader.person().value());
      select.setString(next++, reader.room().value());
      select.setLong(next++, reader.mark());
      select.setLong(next++, reader.since());
    }
    return select;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(new PersonId(row.getString(1)), new RoomId(row.getString(2)));
  }

  private record Place(PersonId person, RoomId room) {}
}
