package chat.parley.log;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * A step after all others that makes a table with a row, and may lose its connection before it
 * ends.
 */
record CutShort(boolean cut) implements JavaMigration {
  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("1000");
  }

  @Override
  public String getDescription() {
    return "later";
  }

  @Override
  public Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    Sql.execute(connection, "CREATE TABLE later (number BIGINT)");
    Sql.execute(connection, "INSERT INTO later VALUES (1)");
    if (cut) {
      connection.close();
    }
  }
}
