package org.sverka.local;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server on a clock of its own, with the official client of Drive. */
abstract class DriveTestBase {
  static final String ID = LocalServerFixture.ID;
  static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  @TempDir Path directory;
  final HandClock clock = new HandClock();
  LocalServerFixture server;
  Drive drive;

  @BeforeEach
  void start() {
    server = new LocalServerFixture(directory, clock);
    drive = server.drive();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Makes a spreadsheet and tells its id. */
  String create(String name) throws Exception {
    return drive
        .files()
        .create(new File().setName(name).setMimeType(SPREADSHEET))
        .execute()
        .getId();
  }

  /** Writes one cell, as a client of the API. */
  void edit(String id, String value) throws Exception {
    server
        .sheets()
        .spreadsheets()
        .values()
        .update(id, "A1", new ValueRange().setValues(List.of(List.of(value))))
        .setValueInputOption("RAW")
        .execute();
  }

  /** Writes one cell, as a person at the page. */
  void editAsPerson(String id, String value) throws Exception {
    var answer =
        server.send(
            "PUT",
            "/v4/spreadsheets/" + id + "/values/A1?valueInputOption=RAW",
            "{\"values\":[[\"" + value + "\"]]}",
            "X-Sverka-Editor",
            "page");
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
  }
}
