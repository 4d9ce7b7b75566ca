package chat.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import chat.parley.Slow;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

/**
 * What no part of the server does. The launcher is a program of its own, and talks to whoever
 * started it.
 */
@Slow
class HabitsTest {
  private static final String LAUNCHER = "chat.parley.launch..";
  private static final String[] CORE = {
    "chat.parley.message..",
    "chat.parley.wire..",
    "chat.parley.log..",
    "chat.parley.room..",
    "chat.parley.state..",
    "chat.parley.client..",
    "chat.parley.config..",
    "chat.parley.people.."
  };

  @Test
  void nothingIsPrinted() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LAUNCHER)
        .should(ACCESS_STANDARD_STREAMS)
        .check(Production.CLASSES);
  }

  @Test
  void loggingGoesThroughThePlatformsLogger() {
    noClasses()
        .that()
        .resideOutsideOfPackage(LAUNCHER)
        .and()
        .doNotHaveSimpleName("Migrations") // sets the level of Flyway's logger
        .and()
        .doNotHaveSimpleName("PostgresPool") // and that of HikariCP's
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.juli..")
        .check(Production.CLASSES);
  }

  @Test
  void whatAPartNeedsIsGivenToItsConstructor() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(CORE)
        .should()
        .beAnnotatedWith(Inject.class)
        .check(Production.CLASSES);
  }

  @Test
  void noStaticFieldChanges() {
    fields().that().areStatic().should().beFinal().check(Production.CLASSES);
  }

  @Test
  void nothingSleeps() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .check(Production.CLASSES);
  }

  /** The machine's clock may jump: it only stamps entries, and names what a restore keeps. */
  @Test
  void timeIsMeasuredByAClockThatOnlyRises() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Parts")
        .and()
        .doNotHaveSimpleName("Errands")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callConstructor(Date.class)
        .check(Production.CLASSES);
  }

  @Test
  void noExceptionIsThrownThatSaysNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should(THROW_GENERIC_EXCEPTIONS)
        .check(Production.CLASSES);
  }
}
