package chat.parley.bench;

import java.io.IOException;

/** A database of its own, and the WAR that keeps everything in it. */
interface Storage extends AutoCloseable {
  /** How the table calls it. */
  String name();

  /** The WAR on this database. */
  Contestant war();

  @Override
  void close() throws IOException;
}
