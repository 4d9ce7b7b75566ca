package chat.parley.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a {@link Config} from the places where an administrator may set something, the strongest
 * first. Collects all mistakes, so that one start shows them all. Used once, by one thread.
 */
final class ConfigReader {
  private final List<Source> sources;
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Found> found = new HashMap<>();

  /**
   * @param sources the strongest first
   */
  ConfigReader(List<Source> sources) {
    this.sources = new ArrayList<>(sources);
  }

  /** The home folder as it is set; else this one. */
  Path home(Path otherwise) {
    return setting(Settings.HOME, Optional.of(otherwise));
  }

  /**
   * From now on asks the properties file in this folder too, before the weakest {@code weaker}
   * sources.
   */
  void addFileIn(Path home, int weaker) {
    try {
      Source file = PropertiesFile.in(home);
      file.find(Settings.HOME.key())
          .ifPresent(
              it ->
                  warnings.add(
                      Settings.HOME.key()
                          + " in "
                          + it.where()
                          + " has no effect: set it elsewhere."));
      sources.add(sources.size() - weaker, file);
    } catch (IllegalArgumentException e) {
      mistakes.add(e.getMessage());
    }
  }

  /**
   * The whole of it, with this home folder.
   *
   * @throws BadConfig if anything is wrong
   */
  Config read(Path home) {
    Limits limits =
        new Limits(
            setting(Settings.CONTENT),
            setting(Settings.FRAME),
            setting(Settings.RATE),
            setting(Settings.BURST),
            setting(Settings.CONNECTIONS),
            setting(Settings.ROOMS),
            setting(Settings.REFUSALS),
            setting(Settings.NOTICES));
    Delivery delivery =
        new Delivery(
            setting(Settings.OUTBOX_FRAMES),
            setting(Settings.OUTBOX_BYTES),
            setting(Settings.STALL),
            setting(Settings.PING),
            setting(Settings.DEAD),
            setting(Settings.GRACE));
    Optional<Storage.Url> database = database();
    List<String> origins = setting(Settings.ORIGINS);
    List<String> proxies = setting(Settings.PROXIES);
    int logEntries = setting(Settings.LOG_ENTRIES);
    int logBytes = setting(Settings.LOG_BYTES);
    if (mistakes.isEmpty()) {
      relate(limits, delivery);
    }
    if (!mistakes.isEmpty()) {
      throw new BadConfig(mistakes);
    }
    return new Config(home, database, origins, proxies, limits, delivery, logEntries, logBytes);
  }

  /**
   * Only where everything is kept, with this home folder; other settings are not looked at.
   *
   * @throws BadConfig if anything is wrong with that
   */
  Whereabouts whereabouts(Path home) {
    Optional<Storage.Url> database = database();
    if (!mistakes.isEmpty()) {
      throw new BadConfig(mistakes);
    }
    return new Whereabouts(home, database);
  }

  /** Sentences about what is probably a mistake but does no harm: keys that don't exist. */
  List<String> warnings() {
    List<String> known = Settings.ALL.stream().map(Setting::key).toList();
    List<String> all = new ArrayList<>(warnings);
    for (Source source : sources) {
      source
          .keys()
          .forEach(
              (key, where) -> {
                if (!known.contains(key)) {
                  all.add(
                      "There is no setting "
                          + key
                          + " ("
                          + where
                          + "); did you mean "
                          + Nearest.to(key, known)
                          + "?");
                }
              });
    }
    return all;
  }

  private Optional<Storage.Url> database() {
    String url = setting(Settings.DB_URL);
    String user = setting(Settings.DB_USER);
    String password = setting(Settings.DB_PASSWORD);
    return Optional.of(new Storage.Url(url, emptyToNull(user), emptyToNull(password)))
        .filter(it -> !it.url().isEmpty());
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private void relate(Limits limits, Delivery delivery) {
    int frame = limits.frame() == 0 ? 1_048_576 : limits.frame();
    check(
        delivery.ping().compareTo(delivery.dead()) < 0,
        Settings.PING,
        "must be shorter than",
        Settings.DEAD);
    check(
        frame >= 4 * limits.content(),
        Settings.FRAME,
        "must be at least 4 times",
        Settings.CONTENT);
    check(
        delivery.outboxBytes() >= 2 * frame,
        Settings.OUTBOX_BYTES,
        "must be at least twice",
        Settings.FRAME);
  }

  private void check(boolean holds, Setting<?> one, String relation, Setting<?> other) {
    if (!holds) {
      mistakes.add(show(one) + ", " + relation + " " + show(other) + ".");
    }
  }

  private String show(Setting<?> setting) {
    Found it = found.get(setting.key());
    return setting.key() + ", which is " + it.text() + " (" + it.where() + ")";
  }

  private <T> T setting(Setting<T> setting) {
    return setting(setting, Optional.empty());
  }

  /**
   * The value; after a mistake has been noted, the default, so that the others are looked at too.
   */
  private <T> T setting(Setting<T> setting, Optional<T> otherwise) {
    Function<String, T> parse = setting.kind().parse();
    Optional<Found> set = find(setting.key());
    if (set.isPresent()) {
      found.put(setting.key(), set.get());
      try {
        return parse.apply(set.get().text().strip());
      } catch (RuntimeException e) { // whatever the parser of this kind throws means: not that kind
        mistakes.add(
            "%s is '%s' (%s); expected %s."
                .formatted(
                    setting.key(), set.get().text(), set.get().where(), setting.kind().expected()));
      }
    } else {
      found.put(setting.key(), new Found(setting.initial(), "default"));
    }
    return otherwise.orElseGet(() -> parse.apply(setting.initial()));
  }

  private Optional<Found> find(String key) {
    for (Source source : sources) {
      try {
        Optional<Found> it = source.find(key);
        if (it.isPresent()) {
          return it;
        }
      } catch (IllegalArgumentException e) {
        mistakes.add(e.getMessage());
      }
    }
    return Optional.empty();
  }
}
