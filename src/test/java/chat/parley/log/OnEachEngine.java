package chat.parley.log;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of a class whose tests are done on each {@link Engine}, which it takes as its parameter; or on
 * the one that the system property {@code engine} names, where a quick answer is wanted.
 */
@Tag("engines")
@ParameterizedClass
@MethodSource("chat.parley.log.OnEachEngine$Engines#chosen")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEachEngine {
  /** Which engines those are. */
  final class Engines {
    private Engines() {}

    static Stream<Engine> chosen() {
      String named = System.getProperty("engine", "ALL");
      return named.equals("ALL") ? Stream.of(Engine.values()) : Stream.of(Engine.valueOf(named));
    }
  }
}
