package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.local.admin.Controls;

class SqliteWorkbookStoreIT {
  private static final WorkbookProperties PROPERTIES =
      new WorkbookProperties("t", "ru_RU", "Europe/Moscow", "ON_CHANGE");
  private static final int STEPS = 60;

  @TempDir Path directory;

  private static String rows(Random random, String rest) {
    int start = random.nextInt(20);
    int end = start + 1 + random.nextInt(4);
    return "{\"dimension\":\"ROWS\",\"startIndex\":" + start + ",\"endIndex\":" + end + "}" + rest;
  }

  private static String request(Random random, int step) {
    return switch (random.nextInt(9)) {
      case 0 -> "{\"insertDimension\":{\"range\":" + rows(random, "}}");
      case 1 -> "{\"deleteDimension\":{\"range\":" + rows(random, "}}");
      case 2 ->
          "{\"moveDimension\":{\"source\":"
              + rows(random, ",\"destinationIndex\":" + random.nextInt(25) + "}}");
      case 3 ->
          "{\"sortRange\":{\"range\":{\"startRowIndex\":1,\"endRowIndex\":15,\"endColumnIndex\":5},"
              + "\"sortSpecs\":[{\"dimensionIndex\":1,\"sortOrder\":\"DESCENDING\"}]}}";
      case 4 ->
          "{\"createDeveloperMetadata\":{\"developerMetadata\":{\"metadataKey\":\"k\",\"visibility\":\"DOCUMENT\","
              + "\"location\":{\"dimensionRange\":{\"dimension\":\"ROWS\",\"startIndex\":"
              + step % 20
              + ",\"endIndex\":"
              + (step % 20 + 1)
              + "}}}}}";
      case 5 ->
          "{\"updateDimensionProperties\":{\"fields\":\"*\",\"properties\":{\"pixelSize\":33,\"hiddenByUser\":true},\"range\":"
              + rows(random, "}}");
      case 6 ->
          "{\"repeatCell\":{\"fields\":\"userEnteredFormat\",\"cell\":{\"userEnteredFormat\":{\"backgroundColor\":{\"red\":0.5}}},"
              + "\"range\":{\"startRowIndex\":"
              + random.nextInt(20)
              + ",\"endColumnIndex\":3}}}";
      default ->
          "{\"updateCells\":{\"fields\":\"userEnteredValue,note\",\"start\":{\"rowIndex\":"
              + random.nextInt(20)
              + ",\"columnIndex\":"
              + random.nextInt(5)
              + "},\"rows\":[{\"values\":[{\"userEnteredValue\":{\"stringValue\":\"=s"
              + step
              + "\"},\"note\":\"n\"},{\"userEnteredValue\":{\"formulaValue\":\"=1+"
              + step
              + "\"}}]}]}}";
    };
  }

  private static JsonNode checked(String request) {
    byte[] body = ("{\"requests\":[" + request + "]}").getBytes(StandardCharsets.UTF_8);
    return ApiSchema.check(Json.parse(body), BatchUpdateSpreadsheetRequest.class, "")
        .get("requests");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsSavedStepByStep_isWhatIsLoaded(long seed) {
    Random random = new Random(seed);
    try (SqliteWorkbookStore store = SqliteWorkbookStore.open(directory.resolve("sheet.db"))) {
      LocalSheets sheets =
          new LocalSheets(store, Clock.systemUTC(), new Controls(Clock.systemUTC()));
      Document document = sheets.ensureSpreadsheet("x", PROPERTIES);
      for (int step = 0; step < STEPS; step++) {
        JsonNode request = checked(request(random, step));
        assertThat(
                document
                    .edit(
                        sheets.context(Editor.SERVICE), draft -> BatchUpdate.apply(request, draft))
                    .answer())
            .hasSize(1);
        if (step % 6 == 5) {
          assertThat(store.load("x")).as("%s", request).contains(document.current());
        }
      }
    }
  }

  @Test
  void storeFromBeforeDrive_keepsItsChangesAndVersions() throws Exception {
    Path file = directory.resolve("sheet.db");
    String url = "jdbc:sqlite:" + file;
    assertThat(
            Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:org/sverka/local/db")
                .target("1")
                .load()
                .migrate()
                .migrationsExecuted)
        .isEqualTo(1);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String id : new String[] {"a", "b"}) {
        statement.executeUpdate(
            "insert into workbook values ('%s', 't', 'en_US', 'Etc/GMT', 'ON_CHANGE', '0', '[]', 7, 1,"
                    .formatted(id)
                + " '2026-01-01T00:00:00Z', '2026-01-02T00:00:00.5Z', %d, %d)"
                    .formatted(id.charAt(0) - 'a' + 4, id.charAt(0) - 'a'));
      }
    }
    try (SqliteWorkbookStore store = SqliteWorkbookStore.open(file)) {
      assertThat(store.files().list(Horizon.NONE))
          .singleElement()
          .satisfies(found -> assertThat(found.id()).isEqualTo("a"))
          .satisfies(found -> assertThat(found.version()).isEqualTo(7));
      assertThat(store.files().changesFrom(1, Horizon.NONE, 9))
          .extracting(FileChange::number, FileChange::kind)
          .containsExactly(tuple(4L, FileChange.Kind.CONTENT), tuple(5L, FileChange.Kind.REMOVE));
    }
  }
}
