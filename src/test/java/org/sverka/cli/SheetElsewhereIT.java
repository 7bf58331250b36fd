package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.local.LocalSheetServer;
import org.sverka.local.LocalSheetSettings;

/** A sheet that lives on while Sverka is down, as Google's does. */
class SheetElsewhereIT {
  @TempDir private Path sheetData;
  @TempDir private Path data;
  private final Vertx vertx = Vertx.vertx();
  private LocalSheetServer sheet;
  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void begin() throws Exception {
    sheet =
        LocalSheetServer.start(
                vertx,
                new LocalSheetSettings(
                    LocalSheetSettings.LOOPBACK, 0, sheetData.resolve("s.db"), "roadmap", "Сверка"))
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    editor = new Editor("http://localhost:" + sheet.port() + "/spreadsheets/d/roadmap/edit");
    start();
    Eventually.holds(() -> assertThat(editor.rows()).hasSize(54));
    Eventually.holds(() -> assertThat(editor.cell("12.3", "На сайте")).startsWith("опубликовано"));
  }

  private void start() {
    service =
        Service.start(
            Settings.read(
                Path.of("").toAbsolutePath(),
                Map.of(
                    "--http-port", "0",
                    "--management-port", "0",
                    "--poll-seconds", "1",
                    "--spreadsheet-id", "roadmap",
                    "--sheets-root-url", "http://localhost:" + sheet.port() + "/",
                    "--data-dir", data.toString()),
                Map.of()),
            InstantSource.system());
    webmaster = new Webmaster(service.httpPort());
  }

  @AfterEach
  void end() throws Exception {
    service.stop();
    sheet.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void editMadeWhileDown_isPickedUpOnce() {
    long before = webmaster.revision();
    service.stop();
    editor.type("1.1", "Статус", "В работе");
    start();
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("1.1").path("status").asText()).isEqualTo("in-progress"));
    editor.type("1.2", "Статус", "В работе");
    Eventually.holds(() -> assertThat(webmaster.types(before)).containsExactly("edit", "edit"));
  }

  @Test
  void sheetThatGoesAway_leavesTheFeedUp() throws Exception {
    String feed = webmaster.get("").body();
    sheet.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    Eventually.holdsWithin(
        Duration.ofMinutes(1), () -> assertThat(service.lastError()).isNotEmpty());
    assertThat(webmaster.get("").body()).isEqualTo(feed);
    assertThat(webmaster.types(0)).containsExactly("edition", "time");
  }
}
