package chat.parley.chaos;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * An entry of a room as it was told.
 *
 * @param at milliseconds since 1970
 * @param target the message that it is about, of a message the one that it replies to; 0 for none
 * @param detail what a reaction sets, who a membership is about and how; else empty
 * @param text the content; null if it has none, or none any more
 * @param deleted whether it is told as a message that is gone
 */
record Entry(
    String room,
    int seq,
    String mark,
    String type,
    String sender,
    String ref,
    long at,
    int target,
    String detail,
    String text,
    boolean deleted) {
  static Entry of(JsonObject frame) {
    String type = frame.getString("type");
    return new Entry(
        frame.getString("recipient"),
        frame.getInt("seq"),
        frame.getString("mark"),
        type.intern(),
        frame.getString("sender").intern(),
        frame.getString("ref", ""),
        Instant.parse(frame.getString("at")).toEpochMilli(),
        frame.getInt(type.equals("message") ? "thread" : "target", 0),
        detail(frame, type),
        frame.getString("content", null),
        frame.getBoolean("deleted", false));
  }

  private static String detail(JsonObject frame, String type) {
    return switch (type) {
      case "reaction" -> frame.getString("emoji") + (frame.getBoolean("on") ? " on" : " off");
      case "membership" -> frame.getString("change") + " " + frame.getString("person");
      default -> "";
    };
  }

  /** All of it that never changes. */
  Entry identity() {
    return new Entry(room, seq, mark, type, sender, ref, at, target, detail, null, false);
  }

  /** A message that is no reply. */
  boolean isMessage() {
    return type.equals("message") && target == 0;
  }

  boolean isReply() {
    return type.equals("message") && target != 0;
  }

  /** Whether a page of the room itself shows it. */
  boolean isShown() {
    return isMessage() || type.equals("membership") || type.equals("settings");
  }

  /** Whether it is this change of this person's membership. */
  boolean is(String change, String person) {
    return type.equals("membership") && detail.equals(change + " " + person);
  }

  @Override
  public String toString() {
    return "entry "
        + seq
        + " of "
        + room
        + " ("
        + type
        + " by "
        + sender
        + (target == 0 ? "" : " on " + target)
        + (detail.isEmpty() ? "" : ", " + detail)
        + ", ref "
        + ref
        + ", mark "
        + mark
        + ")";
  }
}
