package chat.parley.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.naming.Context;
import javax.naming.NameClassPair;
import javax.naming.NamingException;

/**
 * Entries of the container, below {@code java:comp/env}. {@code parley.limit.rate} may be spelled
 * {@code parley/limit.rate}, {@code parley/limit/rate} or {@code parley.limit.rate}, whichever the
 * container can bind.
 */
final class Jndi implements Source {
  private static final String ROOT = "java:comp/env/";
  private static final int DEPTH = 3;

  private final Context names;

  Jndi(Context names) {
    this.names = names;
  }

  @Override
  public Optional<Found> find(String key) {
    String rest = key.substring(PREFIX.length());
    return List.of("parley/" + rest, "parley/" + rest.replace('.', '/'), key).stream()
        .map(name -> ROOT + name)
        .flatMap(name -> lookup(name).stream())
        .findFirst();
  }

  private Optional<Found> lookup(String name) {
    try {
      Object value = names.lookup(name);
      return value == null || value instanceof Context
          ? Optional.empty()
          : Optional.of(new Found(value.toString(), "JNDI entry " + name));
    } catch (NamingException e) {
      return Optional.empty(); // not bound, or no naming at all: the next source is asked
    }
  }

  @Override
  public Map<String, String> keys() {
    Map<String, String> keys = new TreeMap<>();
    collect("", keys, DEPTH);
    keys.keySet().removeIf(key -> !key.startsWith(PREFIX));
    return keys;
  }

  private void collect(String below, Map<String, String> keys, int depth) {
    try {
      for (NameClassPair entry : Collections.list(names.list(ROOT + below))) {
        String name = below + entry.getName();
        String key = name.replace('/', '.');
        if (lookup(ROOT + name).isPresent()) {
          keys.put(key, "JNDI entry " + ROOT + name);
        } else if (depth > 0 && (key + '.').startsWith(PREFIX)) {
          collect(name + '/', keys, depth - 1);
        }
      }
    } catch (NamingException e) {
      return; // nothing is bound there
    }
  }
}
