package chat.parley.bench;

/** The SQLite in the WAR's home folder, {@code synchronous=FULL} as it comes. */
record Sqlite(ParleyWar war) implements Storage {
  @Override
  public String name() {
    return "SQLite";
  }

  @Override
  public void close() {
    // it ends with the server
  }
}
