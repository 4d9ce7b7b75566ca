package chat.parley.room;

/** Which way a person goes. */
enum Way {
  IN,
  OUT
}
