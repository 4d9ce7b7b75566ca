package chat.parley.log;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections that tell of each statement before it is executed, and else are as others. */
final class Watched {
  /** Is told of each statement, and may keep it from being executed. */
  @FunctionalInterface
  interface Watcher {
    /**
     * A statement is about to be executed.
     *
     * @param connection the connection itself
     */
    void executes(Connection connection) throws SQLException;
  }

  private Watched() {}

  static DataSource source(DataSource whole, Watcher watcher) {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          Object result = invoke(whole, method, args);
          return result instanceof Connection made ? connection(made, watcher) : result;
        });
  }

  static Connection connection(Connection whole, Watcher watcher) {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          Object result = invoke(whole, method, args);
          return result instanceof Statement made
              ? statement(method.getReturnType(), made, whole, watcher)
              : result;
        });
  }

  private static Object statement(
      Class<?> type, Statement whole, Connection connection, Watcher watcher) {
    return proxy(
        type,
        (proxy, method, args) -> {
          if (method.getName().startsWith("execute")) {
            watcher.executes(connection);
          }
          return invoke(whole, method, args);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object invoke(Object whole, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(whole, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
