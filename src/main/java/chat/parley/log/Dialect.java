package chat.parley.log;

import java.util.Map;

/** What the schema is spelled with; {@code db/migration} holds one for all. */
enum Dialect {
  SQLITE("BLOB", "WITHOUT ROWID"),
  POSTGRES("BYTEA", "");

  private final Map<String, String> words;

  Dialect(String bytes, String byKey) {
    words = Map.of("bytes", bytes, "by_key", byKey);
  }

  /** The words by the names of their placeholders. */
  Map<String, String> words() {
    return words;
  }
}
