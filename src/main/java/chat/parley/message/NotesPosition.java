package chat.parley.message;

/**
 * How far somebody's client has been told of their notes.
 *
 * @param version the version of the newest note it was told
 * @param mark of the run of the server that told it: a database that was put back from a copy
 *     doesn't know what came after
 */
public record NotesPosition(long version, Mark mark) {
  /**
   * @throws Refusal if a part is missing or the version is negative
   */
  public NotesPosition {
    if (mark == null || version < 0) {
      throw new Refusal(Code.MALFORMED, "A position in notes has a version from 0 on, and a mark.");
    }
  }
}
