package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.log.LogFilter;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

/** A database that has lost some of its tables, or what was in them. */
final class LostTablesIT {
  private static final int SIZE = 60;

  @TempDir Path temp;
  private DataDirectory directory;

  @BeforeEach
  void fill() {
    directory = DataDirectory.open(temp);
    try (Store store = Stores.open("", directory)) {
      Samples.commitAll(store, LongStream.rangeClosed(1, SIZE).mapToObj(Samples::entry).toList());
    }
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DELETE FROM entry ; has the revision 60, but its newest log entry is 0",
        "DELETE FROM roadmap_state ; has 60 entries, but the state that belongs to it is gone",
        "UPDATE roadmap_state SET revision = 61 ; has the revision 61, but its newest log entry is",
        "UPDATE roadmap_state SET revision = 59 ; has the revision 59, but its newest log entry is",
        "DELETE FROM entry_finding ; is damaged",
        "DROP TABLE measure_state ; lacks tables or indexes that were made with it: measure_state",
        "DROP TABLE entry_rule ; lacks tables or indexes that were made with it: entry_rule",
        "DROP INDEX entry_by_measure ; made with it: entry_by_measure",
      })
  void f61_whatTheLogCanNotGive_isAskedForAndNothingIsBegunAnew(String loss, String said)
      throws SQLException {
    Tampering.change(directory, loss);
    List<String> before = table("entry");

    assertThatThrownBy(
            () -> {
              try (Store store = Stores.open("", directory)) {
                var unused = store.load(ROADMAP);
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(said);
    assertThat(table("entry")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"entry_rule", "entry_hour", "entry_waiting", "tree_tile"})
  void f61_whatFollowsFromTheLog_isMadeAnew(String table) throws SQLException {
    List<String> before = table(table);
    assertThat(before).isNotEmpty();
    Tampering.change(directory, "DELETE FROM " + table);

    try (Store store = Stores.open("", directory)) {
      assertThat(store.load(ROADMAP)).isPresent();
      assertThat(store.log(ROADMAP).after(0, SIZE, LogFilter.ALL)).hasSize(SIZE);
    }
    assertThat(table(table)).isEqualTo(before);
  }

  @Test
  void f61_databaseThatIsWhole_hasAllThatIsAskedFor() throws SQLException {
    Stores.open("", directory).close();

    assertThat(
            rows("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'").stream()
                .filter(name -> !name.startsWith("flyway"))
                .toList())
        .hasSize(SqliteSchema.NAMES.size());
  }

  private List<String> table(String name) throws SQLException {
    List<String> rows = rows("SELECT * FROM " + name);
    rows.sort(null);
    return rows;
  }

  private List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.file(Stores.FILE));
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join("|", row));
      }
    }
    return rows;
  }
}
