package chat.parley.log;

import chat.parley.message.RoomId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** A PostgreSQL database. What is committed survives as far as its server is set so. */
final class PostgresDatabase extends Database {
  private static final System.Logger LOG = System.getLogger(PostgresDatabase.class.getName());

  /** Another transaction, or somebody who stopped this one, was in the way. */
  private static final Set<String> IN_THE_WAY = Set.of("40001", "40P01", "55P03", "57014");

  private static final String DISK_FULL = "53100";

  /** Of the server or the session; besides the class 08, of connections. */
  private static final Set<String> ENDED =
      Set.of("53300", "57P01", "57P02", "57P03", "57P05", "25P03", "25006");

  private static final String LOCK =
      """
      SELECT 1 FROM room WHERE id = ANY (?) ORDER BY id COLLATE "C" FOR NO KEY UPDATE""";

  private final Bulk bulk = new PostgresBulk();
  private final DataSource readers;
  private final PostgresWriter writer;
  private final Runnable end;

  private PostgresDatabase(PostgresWriter writer, DataSource readers, Runnable end) {
    this.writer = writer;
    this.readers = readers;
    this.end = end;
  }

  /**
   * @param name what the people who run the server know it by
   * @param writers where the connection that writes comes from, and those that migrate
   * @param readers where those come from that read
   * @param end what follows when it is closed
   */
  static PostgresDatabase open(String name, DataSource writers, DataSource readers, Runnable end) {
    PostgresWriter writer = new PostgresWriter(writers);
    try {
      prepare(name, writers, writer);
      return new PostgresDatabase(writer, readers, end);
    } catch (SQLException e) {
      writer.close();
      throw explained(name, e, e);
    } catch (Unusable e) {
      writer.close();
      throw explained(name, e, sqlCause(e).orElseThrow(() -> e));
    }
  }

  private static Optional<SQLException> sqlCause(Throwable e) {
    return e == null || e instanceof SQLException
        ? Optional.ofNullable((SQLException) e)
        : sqlCause(e.getCause());
  }

  private static RuntimeException explained(String name, Exception failure, SQLException cause) {
    if (failure(cause) == Failure.GONE) {
      return new Absent("The database " + name + " can't be had: " + reason(cause) + ".", failure);
    }
    return failure instanceof Unusable unusable
        ? unusable
        : new Unusable("The database " + name + " can't be used: " + reason(cause) + ".", cause);
  }

  private static void prepare(String name, DataSource source, PostgresWriter writer)
      throws SQLException {
    Connection connection = writer.connection();
    String encoding = ask(connection, "SHOW server_encoding").get(0);
    if (!encoding.equals("UTF8")) {
      throw new Unusable(
          "The database " + name + " holds texts as " + encoding + "; Parley needs UTF8.", null);
    }
    Migrations.run(name, source, Dialect.POSTGRES);
    writer.begin();
    LOG.log(System.Logger.Level.INFO, "Everything is kept in the database " + name + ".");
    List<String> off = switchedOff(connection);
    if (!off.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The database "
              + name
              + " may lose what it has stored when its machine fails: "
              + String.join(", ", off)
              + " off.");
    }
  }

  /** Those of the settings that durability depends on which are off for this connection. */
  static List<String> switchedOff(Connection connection) throws SQLException {
    return ask(
        connection,
        """
        SELECT name FROM pg_settings
        WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'
        ORDER BY name""");
  }

  private static List<String> ask(Connection connection, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        answers.add(row.getString(1));
      }
    }
    return answers;
  }

  @Override
  Connection writer() {
    try {
      return writer.connection();
    } catch (SQLException e) {
      throw new Unstored(Failure.GONE, e);
    }
  }

  @Override
  void lock(Connection connection, Collection<RoomId> rooms) throws SQLException {
    Array ids = connection.createArrayOf("text", rooms.stream().map(RoomId::value).toArray());
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setArray(1, ids);
      lock.execute();
    } finally {
      ids.free();
    }
  }

  @Override
  Bulk bulk() {
    return bulk;
  }

  @Override
  Failure failed(SQLException e) {
    Failure failure = failure(e);
    if (failure == Failure.GONE) {
      writer.close();
    }
    return failure;
  }

  private static Failure failure(SQLException e) {
    String state = state(e);
    if (state.startsWith("08") || ENDED.contains(state)) {
      return Failure.GONE;
    }
    if (state.equals(DISK_FULL)) {
      return Failure.FULL;
    }
    return IN_THE_WAY.contains(state) ? Failure.BUSY : Failure.UNFIT;
  }

  /** The state that is the first cause, where there is one. */
  private static String state(SQLException e) {
    String first = e.getCause() instanceof SQLException cause ? state(cause) : "";
    return first.isEmpty() && e.getSQLState() != null ? e.getSQLState() : first;
  }

  /** In PostgreSQL's words, without a full stop. */
  private static String reason(SQLException e) {
    Throwable first = e;
    while (first.getCause() instanceof SQLException cause) {
      first = cause;
    }
    return first.getMessage().replaceFirst("\\.?\\s*$", "");
  }

  /** A dead row is overwritten by PostgreSQL's own vacuum. */
  @Override
  void erase() {
    // left to autovacuum: it is another's server
  }

  @Override
  public <T> T read(Reading<T> reading) {
    try (Connection connection = readers.getConnection();
        PostgresReading guarded = PostgresReading.on(connection)) {
      return guarded.ask(reading);
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't be read.", e);
    }
  }

  @Override
  public <T> T snapshot(Reading<T> reading) {
    return read(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
          }
          return reading.from(connection);
        });
  }

  @Override
  public void close() {
    writer.close();
    end.run();
    Driver.unload();
  }
}
