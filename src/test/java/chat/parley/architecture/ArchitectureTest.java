package chat.parley.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.Slow;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part may know which, as the table of {@code docs/architecture.md} says. */
@Slow
class ArchitectureTest {
  private static final String OURS = "chat.parley.";

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z]+)` \\| .* \\| ([a-z, ]+) \\|$", Pattern.MULTILINE);

  private static final Map<String, List<String>> KNOWS = table();

  private static final Set<String> PLAIN_JAVA = Set.of("room");

  private final JavaClasses parley = Production.CLASSES;

  private static Map<String, List<String>> table() {
    try {
      return ROW.matcher(Files.readString(Path.of("docs/architecture.md")))
          .results()
          .collect(
              Collectors.toMap(
                  row -> row.group(1),
                  row -> parts(row.group(2)),
                  (one, other) -> one,
                  TreeMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> parts(String cell) {
    return switch (cell) {
      case "nothing of ours" -> List.of();
      case "all" ->
          List.of("message", "wire", "log", "room", "state", "client", "people", "web", "config");
      default -> List.of(cell.split(", "));
    };
  }

  static Set<String> parts() {
    return KNOWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aPartKnowsOnlyWhatItMay(String part) {
    String[] known = KNOWS.get(part).stream().map(ArchitectureTest::within).toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage(within(part))
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(OURS + ".")
                .or(resideInAPackage(within(part)))
                .or(resideInAnyPackage(known)))
        .check(parley);
  }

  private static String within(String part) {
    return OURS + part + "..";
  }

  @Test
  void everyPartIsInTheTable() {
    assertEquals(
        KNOWS.keySet(),
        parley.stream()
            .map(JavaClass::getPackageName)
            .map(ArchitectureTest::part)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String part(String packageName) {
    return packageName.substring(OURS.length()).split("\\.")[0];
  }

  @ParameterizedTest
  @MethodSource("plainParts")
  void whatIsPlainJavaStaysSo(String part) {
    classes()
        .that()
        .resideInAPackage(within(part))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", OURS + "."))
        .check(parley);
  }

  static Set<String> plainParts() {
    return PLAIN_JAVA;
  }

  @ParameterizedTest
  @CsvSource({
    "org.sqlite.., SqliteDatabase|SqliteFile|Driver",
    "org.postgresql.., PostgresSource|PostgresPool",
    "com.zaxxer.., PostgresPool",
    "org.flywaydb.., Migrations"
  })
  void fewClassesKnowWhichDatabaseItIs(String library, String known) {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.(" + known + ")")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(parley);
  }

  @Test
  void onlyTheEdgeKnowsSessionsAndRequests() {
    noClasses()
        .that()
        .resideInAnyPackage(within("message"), within("log"), within("room"), within("client"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.websocket..", "jakarta.servlet..", "org.apache..", "org.jboss..")
        .check(parley);
  }
}
