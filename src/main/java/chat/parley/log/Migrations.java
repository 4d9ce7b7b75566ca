package chat.parley.log;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Brings a database to the form that this Parley knows; forward only. Each step is one transaction,
 * so that one which was cut short is done again at the next start.
 */
final class Migrations {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * @param name what the people who run the server know the database by
   * @param more steps that are not among the files
   * @throws Unusable if it is damaged, newer, or of a Parley that was never finished
   */
  static void run(Object name, DataSource source, Dialect dialect, JavaMigration... more) {
    quietly(
        name,
        () -> {
          Flyway flyway = flyway(source, dialect, more);
          if (known(name, flyway).pending().length > 0) {
            flyway.migrate();
          }
        });
  }

  /**
   * Changes nothing.
   *
   * @param name what the people who run the server know the database by
   * @throws Unusable if it is damaged, newer, or of a Parley that was never finished
   */
  static void check(Object name, DataSource source, Dialect dialect) {
    quietly(name, () -> known(name, flyway(source, dialect)));
  }

  private static void quietly(Object name, Runnable work) {
    Level before = FLYWAY.getLevel();
    FLYWAY.setLevel(Level.OFF); // what fails is thrown, and told in Parley's words
    try {
      work.run();
    } catch (FlywayException e) {
      throw new Unusable(
          "The database " + name + " can't be used: " + onOneLine(innermost(e).getMessage()), e);
    } finally {
      FLYWAY.setLevel(before);
    }
  }

  private static Flyway flyway(DataSource source, Dialect dialect, JavaMigration... more) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(dialect.words())
        .javaMigrations(more)
        .load();
  }

  /** The steps that were done and that are to be done; all that were done are known here. */
  private static MigrationInfoService known(Object name, Flyway flyway) {
    MigrationInfoService info = flyway.info();
    Arrays.stream(info.all())
        .filter(migration -> migration.getState().isApplied())
        .forEach(migration -> requireKnown(name, migration));
    return info;
  }

  private static void requireKnown(Object name, MigrationInfo migration) {
    if (!migration.getState().isResolved()) {
      throw new Unusable(
          "The database "
              + name
              + " was written by a newer Parley (its form is "
              + migration.getVersion()
              + "). Run that one, or restore a backup from before.",
          null);
    }
    if (!migration.isChecksumMatching()) {
      throw new Unusable(
          "The database "
              + name
              + " was written by a Parley that was not finished yet (its form "
              + migration.getVersion()
              + " is another one). Run that one, or move the database away to begin anew.",
          null);
    }
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private static Throwable innermost(Throwable e) {
    return e.getCause() == null ? e : innermost(e.getCause());
  }
}
