package chat.parley.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of which one breaks in the middle of a commit, when it is told so. Thread-safe. */
@SuppressWarnings("serial") // nobody stores it
final class BreakingSource extends PGSimpleDataSource {
  /** Where the connection breaks. */
  enum Where {
    BEFORE,
    AFTER
  }

  private final transient DataSource whole;
  private final transient AtomicReference<Where> next = new AtomicReference<>();

  BreakingSource(DataSource whole) {
    this.whole = whole;
  }

  /** The next commit breaks: before PostgreSQL has heard of it, or after it has done it. */
  void breakNext(Where where) {
    next.set(where);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = whole.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              Where where = commits(connection, method, args) ? next.getAndSet(null) : null;
              if (where != null) {
                throw broken(connection, where);
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static boolean commits(Connection connection, Method method, Object[] args)
      throws SQLException {
    return method.getName().equals("setAutoCommit")
        && args[0].equals(true)
        && !connection.getAutoCommit();
  }

  private static SQLException broken(Connection connection, Where where) throws SQLException {
    if (where == Where.AFTER) {
      connection.commit();
    }
    connection.close();
    return new SQLException("the line broke", "08006");
  }
}
