package chat.parley.config;

import javax.sql.DataSource;

/** Where everything is kept that lasts. */
public sealed interface Storage {
  /** In a file in this folder. */
  record Folder(Home home) implements Storage {}

  /**
   * In a PostgreSQL, by connections of our own.
   *
   * @param url {@code jdbc:postgresql:…}
   * @param user null if none is set
   * @param password null if none is set
   */
  record Url(String url, String user, String password) implements Storage {
    /** Without what nobody is to read. */
    @Override
    public String toString() {
      return "Url[user=" + user + "]";
    }
  }

  /**
   * In a PostgreSQL, by connections that the container has.
   *
   * @param name where in JNDI they are bound
   */
  record Container(String name, DataSource source) implements Storage {}
}
