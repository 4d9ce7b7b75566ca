package chat.parley.chaos;

import chat.parley.blackbox.Ask;
import java.util.Set;

/**
 * What is to become an entry.
 *
 * @param type the verb of the protocol
 * @param room the recipient
 * @param target the message that it is about, of a message the one that it replies to; 0 for none
 * @param text a message's or an edit's content, a room's title; else empty
 * @param detail a reaction's sign, or whom a membership is about; else empty
 * @param on whether a reaction is set
 * @param named whom the text names, {@link #HERE} for everyone
 */
record Request(
    String type,
    String ref,
    String room,
    int target,
    String text,
    String detail,
    boolean on,
    Set<String> named) {
  static final String HERE = "*";

  static Request message(String ref, String room, int thread, String text, Set<String> named) {
    return new Request("message", ref, room, thread, text, "", false, named);
  }

  static Request edit(String ref, String room, int target, String text, Set<String> named) {
    return new Request("edit", ref, room, target, text, "", false, named);
  }

  static Request delete(String ref, String room, int target) {
    return new Request("delete", ref, room, target, "", "", false, Set.of());
  }

  static Request reaction(String ref, String room, int target, String emoji, boolean on) {
    return new Request("reaction", ref, room, target, "", emoji, on, Set.of());
  }

  /** {@code join}, {@code leave}, {@code invite}, {@code remove}. */
  static Request membership(String type, String ref, String room, String person) {
    return new Request(type, ref, room, 0, "", person, false, Set.of());
  }

  /** Makes a private room. */
  static Request create(String ref, String title, String owner) {
    return new Request("create", ref, "", 0, title, owner, false, Set.of());
  }

  /** As it is sent. */
  String frame() {
    return switch (type) {
      case "message" ->
          target == 0 ? Ask.message(ref, room, text) : Ask.reply(ref, room, text, target);
      case "edit" -> Ask.edit(ref, room, target, text);
      case "delete" -> Ask.delete(ref, room, target);
      case "reaction" -> Ask.reaction(ref, room, target, detail, on);
      case "create" -> Ask.createPrivate(ref, text);
      case "join" -> Ask.join(ref, room);
      case "leave" -> Ask.leave(ref, room);
      default -> Ask.about(type, ref, room, detail);
    };
  }

  /** Whether this entry is what becomes of it, whatever its text is by now. */
  boolean becomes(Entry entry) {
    return entry.type().equals(entryType())
        && entry.target() == target
        && entry.detail().equals(entryDetail())
        && (entry.room().equals(room) || !room.startsWith("r_"));
  }

  private String entryType() {
    return switch (type) {
      case "message", "edit", "delete", "reaction" -> type;
      default -> "membership";
    };
  }

  private String entryDetail() {
    return switch (type) {
      case "reaction" -> detail + (on ? " on" : " off");
      case "create", "join" -> "joined " + detail;
      case "leave" -> "left " + detail;
      case "invite" -> "invited " + detail;
      case "remove" -> "removed " + detail;
      default -> "";
    };
  }
}
