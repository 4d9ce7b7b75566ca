package chat.parley.log;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the form that this Parley knows; forward only. */
final class Migrations {
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migrations() {}

  /**
   * @param file what the people who run the server know it by
   * @param dialect the folder of migrations
   * @throws Unusable if it is damaged or newer
   */
  static void run(Object file, DataSource source, String dialect) {
    Level before = FLYWAY.getLevel();
    FLYWAY.setLevel(Level.WARNING); // a newcomer's log says what Parley does, not how
    try {
      Flyway flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(source)
              .locations("classpath:db/migration/" + dialect)
              .load();
      Arrays.stream(flyway.info().all())
          .filter(migration -> migration.getState().isApplied())
          .filter(migration -> !migration.getState().isResolved())
          .findFirst()
          .ifPresent(migration -> refuse(file, migration));
      flyway.migrate();
    } catch (FlywayException e) {
      throw new Unusable(
          "The database " + file + " can't be used: " + innermost(e).getMessage(), e);
    } finally {
      FLYWAY.setLevel(before);
    }
  }

  private static void refuse(Object file, MigrationInfo migration) {
    throw new Unusable(
        "The database "
            + file
            + " was written by a newer Parley (its form is "
            + migration.getVersion()
            + "). Run that one, or restore a backup from before.",
        null);
  }

  private static Throwable innermost(Throwable e) {
    return e.getCause() == null ? e : innermost(e.getCause());
  }
}
