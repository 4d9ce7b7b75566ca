package chat.parley.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What to measure, from the system properties {@code bench.*}; an empty one counts as absent.
 *
 * @param folder {@code folder}: where the table and the servers' output go
 * @param names {@code parts}: what to measure, in this order, of {@code fan-out}, {@code idle},
 *     {@code acknowledgement}, {@code history}, {@code return} and {@code tail} With {@code
 *     messages} and {@code clients}: how long the long room is, and how many come back
 * @param contestants {@code war}, {@code dialect}, {@code jvm} and {@code baseline}: the servers,
 *     in the table's order
 * @param loads {@code rooms}, {@code members}, {@code rate}, {@code window}, {@code seconds},
 *     {@code warmup}, {@code size}: one load of one's own if one of the first four is there, else
 *     the standard ones
 * @param idle {@code idle}: connections that are held open to count their memory; 0 leaves that out
 */
record Settings(
    Path folder, List<String> names, List<Contestant> contestants, List<Load> loads, int idle) {
  private static final int IDLE = 10_000;
  private static final String ALL = "fan-out,idle,acknowledgement,history,return,tail";

  Settings {
    if (idle < 0 || idle > Load.MAX_CONNECTIONS) {
      throw new IllegalArgumentException(
          "idle is %,d, expected 0 to %,d".formatted(idle, Load.MAX_CONNECTIONS));
    }
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is not what it should be
   */
  static Settings read() {
    Path folder = Path.of(text("folder", "target/bench"));
    boolean own =
        !(text("rooms", "") + text("members", "") + text("rate", "") + text("window", ""))
            .isEmpty();
    return new Settings(
        folder,
        List.of(text("parts", own ? "fan-out,idle" : ALL).split(",")),
        contestants(folder),
        own ? List.of(ownLoad()) : Load.standard(),
        number("idle", own ? 0 : IDLE));
  }

  /** What is to be measured. */
  List<Part> parts() {
    return names.stream().map(this::part).toList();
  }

  private Part part(String name) {
    return switch (name) {
      case "fan-out" -> new FanOutPart(contestants, loads);
      case "idle" -> new IdlePart(idle == 0 ? List.of() : contestants, idle);
      case "acknowledgement" -> new AcknowledgementPart(folder, war(folder));
      case "history" -> new HistoryPart(folder, war(folder), number("messages", 1_000_000));
      case "return" -> new ReturnPart(war(folder), number("clients", 10_000));
      case "tail" -> new TailPart(war(folder));
      default -> throw new IllegalArgumentException("there is no part \"" + name + "\"");
    };
  }

  private static Load ownLoad() {
    return new Load(
        number("rooms", 1),
        number("members", number("window", 0) > 0 ? 1 : 1000),
        number("rate", number("window", 0) > 0 ? 0 : 200),
        number("window", 0),
        number("seconds", 10),
        number("warmup", 4),
        number("size", Load.SIZE));
  }

  private static List<Contestant> contestants(Path folder) {
    return Boolean.parseBoolean(text("baseline", "true"))
        ? List.of(war(folder), new TutorialServer(Path.of("src/bench/go/main.go"), folder))
        : List.of(war(folder));
  }

  private static ParleyWar war(Path folder) {
    Dialect dialect = Dialect.valueOf(text("dialect", "parley").toUpperCase(Locale.ROOT));
    String options = text("jvm", "");
    List<String> jvm = options.isEmpty() ? List.of() : List.of(options.split(" +"));
    return new ParleyWar(Path.of(text("war", "target/parley.war")), folder, jvm, dialect);
  }

  private static int number(String name, int otherwise) {
    String value = text(name, Integer.toString(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "bench.%s is \"%s\", expected a whole number".formatted(name, value), e);
    }
  }

  private static String text(String name, String otherwise) {
    String value = System.getProperty("bench." + name, "").trim();
    return value.isEmpty() ? otherwise : value;
  }
}
