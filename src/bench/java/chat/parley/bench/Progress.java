package chat.parley.bench;

/** Tells whoever waits what is being measured. */
final class Progress {
  private Progress() {}

  static void say(String server, String step) {
    System.out.println(server + ": " + step);
  }
}
