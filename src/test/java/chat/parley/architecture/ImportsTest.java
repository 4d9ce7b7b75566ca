package chat.parley.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part may know which: the table of {@code docs/architecture.md}. */
class ImportsTest {
  private static final String OURS = "chat.parley.";

  private static final Map<String, List<String>> KNOWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("message", List.of()),
              Map.entry("wire", List.of("message")),
              Map.entry("log", List.of("message")),
              Map.entry("room", List.of("message", "wire", "log")),
              Map.entry("client", List.of("message", "wire", "log", "room", "config")),
              Map.entry("config", List.of()),
              Map.entry("people", List.of("message", "config", "room")),
              Map.entry("web", List.of("message", "people", "config")),
              Map.entry(
                  "endpoint",
                  List.of("message", "wire", "log", "room", "client", "config", "people", "web")),
              Map.entry("boot", List.of()),
              Map.entry("launch", List.of())));

  private static final Set<String> PLAIN_JAVA = Set.of("log", "room");

  private final JavaClasses parley = Production.CLASSES;

  static Set<String> parts() {
    return KNOWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void aPartKnowsOnlyWhatItMay(String part) {
    String[] known = KNOWS.get(part).stream().map(ImportsTest::within).toArray(String[]::new);
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
            .map(ImportsTest::part)
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
