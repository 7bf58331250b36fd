package org.sverka.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.testing.Chromium;

/** The walk of a newcomer who only has a browser: the sheet, the page and the log. */
class WalkInBrowserIT {
  private static final int TEXT = 1;
  private static final int STATUS = 5;
  private static final int PROGRESS = 6;
  private static final int CHECK = 10;
  private static final int SITE = 11;
  private static final int FIRST_MEASURE = 2;

  @RegisterExtension static final Chromium chromium = new Chromium();

  @TempDir private Path data;
  private Service service;
  private Editor sheet;
  private Webmaster webmaster;
  private Page page;

  @BeforeEach
  void start() {
    Running running = Running.on(data, InstantSource.system());
    service = running.service();
    sheet = running.editor();
    webmaster = running.webmaster();
    page = openSheet();
  }

  @AfterEach
  void stop() {
    page.context().close();
    service.stop();
  }

  private Page openSheet() {
    Page opened =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(2600, 1000))
            .newPage();
    opened.navigate(service.sheetLink());
    assertThat(opened.locator("html")).hasAttribute("data-ready", "true");
    return opened;
  }

  private static Locator cell(Page page, int row, int column) {
    return page.locator("[data-row='%d'][data-column='%d'] .text".formatted(row, column));
  }

  /** Goes to a cell by the arrow keys and types over it. */
  private void type(String number, int column, String text) {
    page.locator("[data-row='%d'][data-column='%d']".formatted(FIRST_MEASURE, column)).click();
    for (int row = FIRST_MEASURE; row < sheet.rowOf(number); row++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().type(text);
    page.keyboard().press("Enter");
    assertThat(page.locator("#status")).hasText("Сохранено");
  }

  @Test
  void statusTypedByKeyboard_isSeenByAnotherBrowserAndPublishedInTheRow() {
    Page other = openSheet();
    type("1.1", STATUS, "В работе");
    assertThat(cell(other, FIRST_MEASURE, STATUS)).hasText("В работе");
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("1.1").path("status").asText()).isEqualTo("in-progress"));
    assertThat(cell(page, FIRST_MEASURE, SITE)).containsText("опубликовано");
    other.context().close();
  }

  @Test
  void wordOfSignedTextTyped_comesBackInThePage() {
    long before = webmaster.revision();
    int row = sheet.rowOf("2.1");
    String signed = sheet.cell(row, TEXT);
    type("2.1", TEXT, "Обмен мнениями");
    Eventually.holds(() -> assertThat(sheet.cell(row, TEXT)).isEqualTo(signed));
    assertThat(cell(page, row, TEXT)).hasText(signed);
    assertThat(cell(page, row, CHECK)).containsText("возвращён подписанный текст");
    assertThat(webmaster.types(before)).containsExactly("edit", "repair");
  }

  @Test
  void statusNotInList_staysAndSaysWhatMayStandThere() {
    int row = sheet.rowOf("3.2");
    type("3.2", STATUS, "Готово");
    assertThat(cell(page, row, CHECK)).containsText("«Готово» нет в списке");
    assertThat(cell(page, row, STATUS)).hasText("Готово");
    assertThat(page.locator("[data-row='%d'][data-column='%d'].filled".formatted(row, CHECK)))
        .hasCount(1);
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("3.2").path("held").get(0).path("column").asText())
                .isEqualTo("status"));
  }

  @Test
  void hostileText_isInertOnEveryPage() {
    String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    type("1.1", PROGRESS, hostile);
    Eventually.holds(
        () ->
            assertThat(webmaster.measure("1.1").path("progress").path("spb").asText())
                .isEqualTo(hostile));
    for (String link :
        List.of(
            service.pageLink(),
            service.pageLink() + "/measures/1.1",
            service.logLink(),
            service.sheetLink())) {
      Page shown = chromium.browser().newPage();
      shown.onDialog(
          dialog -> {
            throw new AssertionError("A dialog on " + link);
          });
      shown.navigate(link);
      assertThat(shown.locator("body")).containsText("onerror=alert(1)");
      assertThat(shown.locator("img[src=x]")).hasCount(0);
      shown.close();
    }
  }

  @Test
  void pageAndLog_showWhatWasDone() {
    long before = webmaster.revision();
    type("1.1", STATUS, "В работе");
    type("3.2", STATUS, "Готово");
    Eventually.holds(() -> assertThat(webmaster.types(before)).hasSize(2));
    Page shown = chromium.browser().newPage();
    shown.navigate(service.pageLink());
    assertThat(shown.locator("h1")).containsText("ПЛАН МЕРОПРИЯТИЙ");
    assertThat(shown.locator("main")).containsText("В работе");
    shown.navigate(service.logLink());
    assertThat(shown.locator("main")).containsText("Отклонено");
    assertThat(shown.locator("main")).containsText("status-vocabulary");
    shown.close();
  }
}
