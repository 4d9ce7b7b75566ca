package chat.parley;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Of a test that takes seconds: {@code mvn test} leaves it out, {@code mvn verify} runs it. A rule
 * of the protocol that is so is tried by that on {@code java -jar} alone, and on every container by
 * {@code mvn -Pfull verify}.
 */
@Tag("slow")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slow {}
