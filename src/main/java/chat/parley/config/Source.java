package chat.parley.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A place where an administrator may set something. */
interface Source {
  /** What all our keys begin with. */
  String PREFIX = "parley.";

  /**
   * What is set here for this key.
   *
   * @throws IllegalArgumentException with a sentence, if something is set but can't be read
   */
  Optional<Found> find(String key);

  /** The keys of ours that are set here, known ones and others, each with the place in words. */
  Map<String, String> keys();

  /** Java's system properties, as they are now. */
  static Source system() {
    Map<String, String> entries = new HashMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(key -> entries.put(key, System.getProperty(key, "")));
    return of("system property", entries);
  }

  /** The entries of a map whose keys are spelled as ours are; others are left alone. */
  static Source of(String place, Map<String, String> entries) {
    Map<String, String> ours = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          if (key.startsWith(PREFIX)) {
            ours.put(key, value);
          }
        });
    return new Source() {
      @Override
      public Optional<Found> find(String key) {
        return Optional.ofNullable(ours.get(key)).map(text -> new Found(text, place));
      }

      @Override
      public Map<String, String> keys() {
        Map<String, String> places = new TreeMap<>();
        ours.keySet().forEach(key -> places.put(key, place));
        return places;
      }
    };
  }
}
