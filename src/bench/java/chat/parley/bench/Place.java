package chat.parley.bench;

/**
 * Where a room ended when somebody last heard it.
 *
 * @param room its id
 * @param seq its last entry
 * @param mark that entry's mark
 */
record Place(String room, long seq, String mark) {
  /** As it stands in a resume frame. */
  String json() {
    return "{\"room\":\"%s\",\"seq\":%d,\"mark\":\"%s\"}".formatted(room, seq, mark);
  }
}
