package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.NUMBER;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranges and rows: clipboard, undo, fill, insert, delete, move, sort, hide, find. */
class PageRangesIT extends PageTestBase {

  @Test
  void rangeFromExcel_isPastedCellByCell() throws Exception {
    SheetOnScreen sheet = fixture.open();
    copyElsewhere(
        sheet, "В работе\t\"первая строка\nвторая \"\"в кавычках\"\"\"\r\nНе начато\tпросто\r\n");
    sheet.cell(1, STATUS).click();
    sheet.press("Control+v");
    sheet.assertSaved();
    assertThat(fixture.stored(1, STATUS)).isEqualTo("В работе");
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("первая строка\nвторая \"в кавычках\"");
    assertThat(fixture.stored(2, PROGRESS)).isEqualTo("просто");
    assertThat(fixture.stored(3, STATUS)).isEqualTo("Не начато");
  }

  @Test
  void copiedRange_isTabSeparatedForOthers() {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, PROGRESS, "a\"b");
    sheet.cell(1, STATUS).click();
    sheet.cell(2, PROGRESS).click(shift());
    sheet.press("Control+c");
    assertThat(sheet.page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo("Не начато\ta\"b\nНе начато\t");
  }

  @Test
  void cutRange_movesToWhereItIsPasted() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, PROGRESS, "переезд");
    sheet.cell(1, PROGRESS).click();
    sheet.press("Control+x");
    sheet.cell(4, PROGRESS).click();
    sheet.press("Control+v");
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEmpty();
    assertThat(fixture.stored(4, PROGRESS)).isEqualTo("переезд");
  }

  @Test
  void undoAndRedo_goBackAndForth() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, STATUS, "В работе");
    sheet.press("Control+z");
    sheet.assertSaved();
    assertThat(fixture.stored(1, STATUS)).isEqualTo("Не начато");
    sheet.press("Control+y");
    sheet.assertSaved();
    assertThat(fixture.stored(1, STATUS)).isEqualTo("В работе");
  }

  @Test
  void undo_findsItsRowAfterAnotherInsertedOneAbove() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sheet.type(3, STATUS, "В работе");
    sheet.assertSaved();
    other.rowHead(1).click();
    other.press("Control+Alt+Equal");
    sheet.assertShows(4, STATUS, "В работе");
    sheet.press("Control+z");
    sheet.assertSaved();
    assertThat(fixture.stored(4, STATUS)).isEqualTo("Не начато");
  }

  @Test
  void deleteKey_clearsTheRange() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, STATUS).click();
    sheet.cell(2, PROGRESS).click(shift());
    sheet.press("Delete");
    sheet.assertSaved();
    assertThat(fixture.stored(1, STATUS) + fixture.stored(2, STATUS)).isEmpty();
  }

  @Test
  void fillDown_repeatsTheFirstRow() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, PROGRESS, "образец");
    sheet.cell(1, PROGRESS).click();
    sheet.cell(3, PROGRESS).click(shift());
    sheet.press("Control+d");
    sheet.assertSaved();
    assertThat(fixture.storedColumn(PROGRESS).subList(1, 5))
        .containsExactly("образец", "образец", "образец", "");
  }

  @Test
  void insertedRow_pushesTheOthersDownForAll() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sheet.rowHead(2).click();
    sheet.press("Control+Alt+Equal");
    other.assertShows(3, NUMBER, "1.2");
    assertThat(fixture.storedColumn(NUMBER).subList(0, 4))
        .containsExactly("№ п/п", "1.1", "", "1.2");
  }

  @Test
  void deletedRow_isGoneForAll() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sheet
        .rowHead(2)
        .click(
            new Locator.ClickOptions()
                .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
    choose(sheet, "Удалить строку");
    other.assertShows(2, NUMBER, "1.3");
    assertThat(fixture.storedColumn(NUMBER)).doesNotContain("1.2");
  }

  @Test
  void movedRow_changesPlaces() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.rowHead(2).click();
    sheet.press("Alt+Shift+ArrowDown");
    sheet.assertSaved();
    assertThat(fixture.storedColumn(NUMBER).subList(1, 4)).containsExactly("1.1", "1.3", "1.2");
    sheet.press("Control+z");
    sheet.assertSaved();
    assertThat(fixture.storedColumn(NUMBER).subList(1, 4)).containsExactly("1.1", "1.2", "1.3");
  }

  @Test
  void sorting_asksFirst() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sortDown(sheet);
    sheet.assertShows(1, NUMBER, "1.9");
    sheet.assertSaved();
    assertThat(fixture.storedColumn(NUMBER)).startsWith("№ п/п", "1.9", "1.8").endsWith("1.1");
  }

  @Test
  void sorting_canBeTakenBackAndRepeated() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sortDown(sheet);
    sheet.assertShows(1, NUMBER, "1.9");
    sheet.assertSaved();
    sheet.press("Control+z");
    other.assertShows(1, NUMBER, "1.1");
    sheet.assertSaved();
    assertThat(fixture.storedColumn(NUMBER)).startsWith("№ п/п", "1.1", "1.2").endsWith("1.12");
    sheet.press("Control+y");
    other.assertShows(1, NUMBER, "1.9");
  }

  @Test
  void editAfterASort_goesBackWithItsRow() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sortDown(sheet);
    sheet.assertShows(1, NUMBER, "1.9");
    fixture.write(1, PROGRESS, "тем временем");
    sheet.assertShows(1, PROGRESS, "тем временем");
    sheet.press("Control+z");
    sheet.assertShows(1, NUMBER, "1.1");
    sheet.assertSaved();
    assertThat(fixture.stored(9, PROGRESS)).isEqualTo("тем временем");
  }

  @Test
  void sortedRowsMovedByAnother_areNotPutBack() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sortDown(sheet);
    other.assertShows(1, NUMBER, "1.9");
    other.rowHead(1).click();
    other.press("Alt+Shift+ArrowDown");
    sheet.assertShows(2, NUMBER, "1.9");
    sheet.press("Control+z");
    assertThat(sheet.notices()).isVisible();
    assertThat(fixture.storedColumn(NUMBER)).startsWith("№ п/п", "1.8", "1.9");
  }

  @Test
  void hiddenRow_comesBack() {
    SheetOnScreen sheet = fixture.open();
    sheet.rowHead(2).click();
    sheet.press("Control+Alt+9");
    sheet.assertSaved();
    assertThat(sheet.rowHead(2)).hasCount(0);
    sheet.press("Control+Alt+0");
    assertThat(sheet.rowHead(2)).hasCount(1);
  }

  @Test
  void find_goesFromHitToHit() {
    SheetOnScreen sheet = fixture.open();
    sheet.press("Control+f");
    sheet.page.keyboard().type("мероприятие 1");
    assertThat(sheet.page.locator("#find-count")).hasText("1 из 4");
    sheet.press("Enter");
    assertThat(sheet.page.locator("#cell-name")).hasText("B11");
    sheet.press("Escape");
    assertThat(sheet.field()).isFocused();
  }

  @Test
  void tabSeparatedText_survivesThereAndBack() {
    SheetOnScreen sheet = fixture.open();
    Object back =
        sheet.page.evaluate(
            """
            async () => {
              const { parseTsv, formatTsv } = await import('/page/tsv.js');
              const rows = [['a', '"b"', 'c\\td'], ['', 'e\\nf', 'g "h" i'], ['"', '', '']];
              return JSON.stringify(parseTsv(formatTsv(rows))) === JSON.stringify(rows);
            }
            """);
    assertThat(back).isEqualTo(true);
  }

  @Test
  void copiedFormula_shiftsItsReferences() {
    SheetOnScreen sheet = fixture.open();
    Object shifted =
        sheet.page.evaluate(
            """
            async () => {
              const { shiftFormula } = await import('/page/a1.js');
              return [shiftFormula('=A1+$B$2&"A1"', 2, 1), shiftFormula('=Z9+LOG10(A5)', 1, 1), shiftFormula('=A1', -1, 0)];
            }
            """);
    assertThat(shifted).isEqualTo(List.of("=B3+$B$2&\"A1\"", "=AA10+LOG10(B6)", "=#REF!"));
  }

  private static void copyElsewhere(SheetOnScreen sheet, String text) {
    sheet.page.evaluate("text => navigator.clipboard.writeText(text)", text);
  }

  private static void sortDown(SheetOnScreen sheet) {
    sheet
        .page
        .locator("[data-column-head='0']")
        .click(
            new Locator.ClickOptions()
                .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
    choose(sheet, "Сортировать по столбцу A, Я → А");
    sheet
        .page
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Сортировать"))
        .click();
  }

  private static void choose(SheetOnScreen sheet, String name) {
    sheet.page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name)).click();
  }

  private static Locator.ClickOptions shift() {
    return new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT));
  }
}
