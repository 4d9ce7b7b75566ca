package chat.parley.log;

import chat.parley.message.Emoji;
import chat.parley.message.Membership;
import chat.parley.message.PersonId;
import chat.parley.message.Title;
import chat.parley.message.Topic;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/** What an act sets, and whom a text names, as they stand in the database. */
final class Details {
  private static final String ON = "on";
  private static final String OFF = "off";
  private static final String HERE = "here";
  private static final String TITLE = "title ";
  private static final String TOPIC = "topic ";
  private static final String ARCHIVED = "archived ";

  private Details() {}

  /** What an act sets; null where it sets nothing but a text. */
  static String of(Act act) {
    if (act instanceof Act.React react) {
      return onOrOff(react.on()) + " " + react.emoji();
    }
    if (act instanceof Act.Pin pin) {
      return onOrOff(pin.on());
    }
    if (act instanceof Act.Belong belong) {
      return belong.change().wire() + " " + belong.person();
    }
    return act instanceof Act.Settle settle ? settings(settle) : null;
  }

  private static String onOrOff(boolean on) {
    return on ? ON : OFF;
  }

  /** One a line: none of them has a line feed. */
  private static String settings(Act.Settle settle) {
    StringJoiner lines = new StringJoiner("\n");
    if (settle.title() != null) {
      lines.add(TITLE + settle.title());
    }
    if (settle.topic() != null) {
      lines.add(TOPIC + settle.topic());
    }
    if (settle.archived() != null) {
      lines.add(ARCHIVED + settle.archived());
    }
    return lines.toString();
  }

  static Act.React reaction(long target, String detail) {
    int gap = detail.indexOf(' ');
    return new Act.React(
        target, new Emoji(detail.substring(gap + 1)), ON.equals(detail.substring(0, gap)));
  }

  static Act.Pin pin(long target, String detail) {
    return new Act.Pin(target, ON.equals(detail));
  }

  static Act.Belong membership(String detail) {
    int gap = detail.indexOf(' ');
    return new Act.Belong(
        new PersonId(detail.substring(gap + 1)), Membership.of(detail.substring(0, gap)));
  }

  static Act.Settle settings(String detail) {
    Title title = null;
    Topic topic = null;
    Boolean archived = null;
    for (String line : detail.split("\n")) {
      if (line.startsWith(TITLE)) {
        title = new Title(line.substring(TITLE.length()));
      } else if (line.startsWith(TOPIC)) {
        topic = new Topic(line.substring(TOPIC.length()));
      } else {
        archived = Boolean.valueOf(line.substring(ARCHIVED.length()));
      }
    }
    return new Act.Settle(title, topic, archived);
  }

  /** Whom a text names; null for nobody. */
  static String mentions(Text text) {
    StringJoiner words = new StringJoiner(" ");
    Set<String> ids = new TreeSet<>();
    text.mentions().forEach(person -> ids.add(person.value()));
    ids.forEach(words::add);
    if (text.here()) {
      words.add(HERE);
    }
    return words.length() == 0 ? null : words.toString();
  }

  static Text text(String content, String mentions) {
    if (mentions == null) {
      return Text.of(content);
    }
    Set<PersonId> people = new LinkedHashSet<>();
    Arrays.stream(mentions.split(" "))
        .filter(word -> !word.equals(HERE))
        .forEach(id -> people.add(new PersonId(id)));
    return new Text(content, people, mentions.endsWith(HERE));
  }
}
