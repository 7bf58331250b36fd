package org.sverka.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Databases as earlier versions have left them. */
final class Older {
  private Older() {}

  /** Makes of a database that nobody has open one of that version, with what it had room for. */
  static void make(Path file, String version) throws SQLException, IOException {
    Path old = file.resolveSibling("older.db");
    Flyway.configure(Older.class.getClassLoader())
        .dataSource("jdbc:sqlite:" + old, "", "")
        .locations("classpath:org/sverka/store/migration")
        .target(version)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement statement = connection.createStatement()) {
      statement.execute("ATTACH '" + file + "' AS present");
      for (String table : tables(statement)) {
        String columns = String.join(", ", columns(statement, table));
        statement.execute(
            "INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM present.%1$s".formatted(table, columns));
      }
    }
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    Files.move(old, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    return texts(
        statement,
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'flyway%'"
            + " AND name NOT LIKE 'sqlite%'");
  }

  private static List<String> columns(Statement statement, String table) throws SQLException {
    return texts(statement, "SELECT name FROM pragma_table_info('" + table + "', 'main')");
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
