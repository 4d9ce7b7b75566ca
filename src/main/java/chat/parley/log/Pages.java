package chat.parley.log;

import chat.parley.message.Emoji;
import chat.parley.message.PersonId;
import chat.parley.message.RoomId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads pages of a room's history over one connection, whose transaction makes a page one of one
 * moment. Shown are messages, settings and membership; edits, reactions and the like are told by
 * what they made of the messages. Not thread-safe.
 */
final class Pages {
  /** Characters of a page's entries, at most, but for a single entry that has more. */
  static final int MAX_CHARACTERS = 32 * 1024;

  /** People that are named of one sort of reaction, at most. */
  static final int MAX_PEOPLE = 20;

  private static final String LAST = "SELECT last_seq FROM room WHERE id = ?";

  private static final String AT = "SELECT at FROM entry WHERE room = ? AND seq = ?";

  private final Connection connection;
  private final EntryTable entries;
  private final RoomId room;

  Pages(Connection connection, RoomId room) {
    this.connection = connection;
    this.entries = new EntryTable(connection);
    this.room = room;
  }

  /**
   * Reads one.
   *
   * @param reader whose reactions are marked as theirs
   */
  Page read(Leaf leaf, PersonId reader) throws SQLException {
    long asOf = last();
    List<Entry> shown = entries(leaf, asOf);
    List<Long> messages =
        shown.stream().filter(it -> it.act() instanceof Act.Say).map(Entry::seq).toList();
    long first = shown.isEmpty() ? 0 : shown.get(0).seq();
    long last = shown.isEmpty() ? Long.MAX_VALUE : shown.get(shown.size() - 1).seq();
    return new Page(
        asOf,
        shown,
        reactions(messages, reader),
        leaf.scope() instanceof Leaf.OfThread ? List.of() : replies(messages),
        pins(messages),
        !backwards(leaf.scope(), first, 1).isEmpty(),
        !forwards(leaf.scope(), last, 1).isEmpty());
  }

  private long last() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST)) {
      select.setString(1, room.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private List<Entry> entries(Leaf leaf, long asOf) throws SQLException {
    if (leaf.place() instanceof Leaf.Before before) {
      return before(leaf, before.seq(), leaf.limit(), MAX_CHARACTERS);
    }
    if (leaf.place() instanceof Leaf.After after) {
      return after(leaf, after.seq(), leaf.limit(), MAX_CHARACTERS);
    }
    if (leaf.place() instanceof Leaf.Around around) {
      return around(leaf, around.seq());
    }
    return leaf.place() instanceof Leaf.Since since
        ? around(leaf, firstSince(since.date(), asOf))
        : before(leaf, Long.MAX_VALUE, leaf.limit(), MAX_CHARACTERS);
  }

  /** Half of it before, and half of it from there on. */
  private List<Entry> around(Leaf leaf, long seq) throws SQLException {
    int half = leaf.limit() / 2;
    return Stream.concat(
            before(leaf, seq, half, MAX_CHARACTERS / 2).stream(),
            after(leaf, seq - 1, leaf.limit() - half, MAX_CHARACTERS / 2).stream())
        .toList();
  }

  private List<Entry> before(Leaf leaf, long seq, int limit, int characters) throws SQLException {
    List<Entry> backwards = fitting(backwards(leaf.scope(), seq, limit), characters);
    List<Entry> inOrder = new ArrayList<>();
    backwards.forEach(entry -> inOrder.add(0, entry));
    return inOrder;
  }

  private List<Entry> after(Leaf leaf, long seq, int limit, int characters) throws SQLException {
    return fitting(forwards(leaf.scope(), seq, limit), characters);
  }

  /** A thread begins with the message that it is of. */
  private List<Entry> backwards(Leaf.Scope scope, long seq, int most) throws SQLException {
    List<Entry> read = entries.before(room, scope, seq, most);
    if (scope instanceof Leaf.OfThread of && of.thread() < seq && read.size() < most) {
      read.addAll(root(of.thread()));
    }
    return read;
  }

  private List<Entry> forwards(Leaf.Scope scope, long seq, int most) throws SQLException {
    List<Entry> read = new ArrayList<>();
    if (scope instanceof Leaf.OfThread of && seq < of.thread()) {
      read.addAll(root(of.thread()));
    }
    read.addAll(entries.after(room, scope, seq, most - read.size()));
    return read;
  }

  private List<Entry> root(long thread) throws SQLException {
    return entries.between(room, thread - 1, thread, 1);
  }

  private static List<Entry> fitting(List<Entry> read, int characters) {
    int size = 0;
    int sum = 0;
    while (size < read.size()) {
      sum += read.get(size).act().length();
      if (size > 0 && sum > characters) {
        break;
      }
      size++;
    }
    return read.subList(0, size);
  }

  /** Times never go back in a room, so that halving finds it. */
  private long firstSince(Instant date, long asOf) throws SQLException {
    long low = 1;
    long high = asOf + 1;
    try (PreparedStatement select = connection.prepareStatement(AT)) {
      while (low < high) {
        long middle = low + (high - low) / 2;
        if (at(select, middle) < date.toEpochMilli()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
    }
    return low;
  }

  private long at(PreparedStatement select, long seq) throws SQLException {
    select.setString(1, room.value());
    select.setLong(2, seq);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : Long.MIN_VALUE;
    }
  }

  private List<Page.Reactions> reactions(List<Long> messages, PersonId reader) throws SQLException {
    List<Page.Reactions> reactions = new ArrayList<>();
    if (messages.isEmpty()) {
      return reactions;
    }
    // per message and emoji: the first people, the number of all, and whether the reader is one
    String sql =
        """
        SELECT target, emoji, person, number, total, mine FROM (
          SELECT target, emoji, person, seq,
            ROW_NUMBER() OVER (PARTITION BY target, emoji ORDER BY seq) AS number,
            COUNT(*) OVER (PARTITION BY target, emoji) AS total,
            MAX(CASE WHEN person = ? THEN 1 ELSE 0 END) OVER (PARTITION BY target, emoji) AS mine,
            MIN(seq) OVER (PARTITION BY target, emoji) AS begun
          FROM reaction WHERE room = ? AND target IN (%s)) AS ranked
        WHERE number <= %d ORDER BY target, begun, number"""
            .formatted(list(messages), MAX_PEOPLE);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, reader.value());
      select.setString(2, room.value());
      try (ResultSet row = select.executeQuery()) {
        List<PersonId> people = List.of();
        while (row.next()) {
          if (row.getLong(4) == 1) {
            people = new ArrayList<>();
            reactions.add(
                new Page.Reactions(
                    row.getLong(1),
                    new Emoji(row.getString(2)),
                    row.getLong(5),
                    people,
                    row.getInt(6) == 1));
          }
          people.add(new PersonId(row.getString(3)));
        }
      }
    }
    return reactions;
  }

  private List<Page.Replies> replies(List<Long> messages) throws SQLException {
    List<Page.Replies> replies = new ArrayList<>();
    if (messages.isEmpty()) {
      return replies;
    }
    String sql =
        """
        SELECT thread, COUNT(*) - COUNT(deleted), MAX(seq), MAX(CASE WHEN deleted IS NULL THEN at END)
        FROM entry WHERE room = ? AND thread IN (%s) AND thread IS NOT NULL
        GROUP BY thread ORDER BY thread"""
            .formatted(list(messages));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, room.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          replies.add(
              new Page.Replies(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  EntryTable.optional(row, 4).map(Instant::ofEpochMilli).orElse(null)));
        }
      }
    }
    return replies;
  }

  private List<Long> pins(List<Long> messages) throws SQLException {
    List<Long> pins = new ArrayList<>();
    if (messages.isEmpty()) {
      return pins;
    }
    String sql =
        "SELECT seq FROM entry WHERE room = ? AND seq IN (%s) AND pinned IS NOT NULL ORDER BY seq"
            .formatted(list(messages));
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, room.value());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          pins.add(row.getLong(1));
        }
      }
    }
    return pins;
  }

  /** Numbers of our own, which need no escaping. */
  private static String list(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
