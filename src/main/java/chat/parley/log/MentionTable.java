package chat.parley.log;

import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads where somebody was named, over one connection. Of each room no more is looked at than is
 * asked for, however often everyone was named there. Not thread-safe.
 */
final class MentionTable {
  /** Rooms that one statement looks at: SQLite joins no more than 500 answers, and each has two. */
  private static final int PORTION = 100;

  private static final String NEWEST =
      """
      SELECT * FROM (SELECT m.room, m.seq, e.thread, e.sender, e.at FROM mention m
        JOIN entry e ON e.room = m.room AND e.seq = m.seq
        WHERE m.room = ? AND m.person = ? AND m.sender <> ? AND m.seq > ?
        ORDER BY m.seq DESC LIMIT ?) AS newest""";

  private static final Comparator<Mention> NEWEST_FIRST =
      Comparator.comparing(Mention::at).thenComparing(Mention::seq).reversed();

  private final Connection connection;

  MentionTable(Connection connection) {
    this.connection = connection;
  }

  /**
   * The messages of others that named somebody last, the newest first.
   *
   * @param since the rooms, each with the entry by which they came into it: who was not there was
   *     not meant by what names everyone
   */
  List<Mention> newest(PersonId person, Map<RoomId, Long> since, int most) throws SQLException {
    List<Map.Entry<RoomId, Long>> rooms = List.copyOf(since.entrySet());
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i += PORTION) {
      mentions.addAll(portion(person, rooms.subList(i, Math.min(rooms.size(), i + PORTION)), most));
    }
    return mentions.stream().sorted(NEWEST_FIRST).limit(most).toList();
  }

  private List<Mention> portion(PersonId person, List<Map.Entry<RoomId, Long>> rooms, int most)
      throws SQLException {
    String sql =
        rooms.stream()
            .map(room -> NEWEST + " UNION " + NEWEST)
            .collect(Collectors.joining(" UNION "));
    List<Mention> mentions = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int next = 1;
      for (Map.Entry<RoomId, Long> room : rooms) {
        next = put(select, next, room.getKey(), person.value(), person, 0, most);
        next = put(select, next, room.getKey(), Follower.EVERYONE, person, room.getValue(), most);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          mentions.add(mention(row));
        }
      }
    }
    return mentions;
  }

  private static int put(
      PreparedStatement select,
      int first,
      RoomId room,
      String named,
      PersonId reader,
      long after,
      int most)
      throws SQLException {
    int next = first;
    select.setString(next++, room.value());
    select.setString(next++, named);
    select.setString(next++, reader.value());
    select.setLong(next++, after);
    select.setInt(next++, most);
    return next;
  }

  private static Mention mention(ResultSet row) throws SQLException {
    return new Mention(
        new RoomId(row.getString(1)),
        row.getLong(2),
        EntryTable.optional(row, 3).orElse(null),
        new PersonId(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)));
  }
}
