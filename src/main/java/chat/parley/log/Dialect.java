package chat.parley.log;

import java.util.Map;

/** What the schema is spelled with; {@code db/migration} holds one for all. */
enum Dialect {
  SQLITE("TEXT", "BLOB", "WITHOUT ROWID"),
  POSTGRES("TEXT COLLATE \"C\"", "BYTEA", "");

  private final Map<String, String> words;

  Dialect(String key, String bytes, String byKey) {
    words = Map.of("key", key, "bytes", bytes, "by_key", byKey);
  }

  /** The words by the names of their placeholders. */
  Map<String, String> words() {
    return words;
  }
}
