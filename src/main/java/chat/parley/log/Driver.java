package chat.parley.log;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;

/** The databases' drivers, so that nothing of an application outlasts its undeployment. */
final class Driver {
  private Driver() {}

  /**
   * Loads SQLite's. To find out which system it is on the driver runs another process, for which
   * Java keeps a thread for a minute, with the class loader that the calling thread works for: so
   * that is not the application's.
   *
   * @throws Unusable if its native part can't be loaded
   */
  static void load() {
    Thread thread = Thread.currentThread();
    ClassLoader application = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) { // what it declares
      throw new Unusable(
          "SQLite can't be loaded from the temporary folder, "
              + System.getProperty("java.io.tmpdir")
              + ". Name one from which programs may be run by -Dorg.sqlite.tmpdir=DIR. ("
              + e.getMessage()
              + ")",
          e);
    } finally {
      thread.setContextClassLoader(application);
    }
  }

  /** Takes them out of the server-wide list in which they enter themselves. */
  static void unload() {
    List<java.sql.Driver> ours =
        DriverManager.drivers()
            .filter(driver -> driver.getClass().getClassLoader() == Driver.class.getClassLoader())
            .toList();
    try {
      for (java.sql.Driver driver : ours) {
        DriverManager.deregisterDriver(driver);
      }
    } catch (SQLException e) {
      System.getLogger(Driver.class.getName())
          .log(System.Logger.Level.WARNING, "A database's driver stays in the list of drivers.", e);
    }
  }
}
