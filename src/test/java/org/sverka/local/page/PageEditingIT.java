package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.CHECK;
import static org.sverka.local.page.PageFixture.DATE;
import static org.sverka.local.page.PageFixture.NUMBER;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;
import static org.sverka.local.page.PageFixture.TEXT;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Typing into cells, by mouse and by keyboard. */
class PageEditingIT extends PageTestBase {

  @Test
  void doubleClick_changesWhatStandsThere() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, TEXT).dblclick();
    sheet.press("Home", "End");
    sheet.page.keyboard().type(" И ещё.");
    sheet.press("Enter");
    sheet.assertSaved();
    assertThat(fixture.stored(1, TEXT)).startsWith("Обмен опытом").endsWith(" И ещё.");
  }

  @Test
  void typing_replacesTheCellAndTabMovesOn() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(2, STATUS).click();
    sheet.page.keyboard().type("В работе");
    sheet.press("Tab");
    sheet.page.keyboard().type("Провели семинар");
    sheet.press("Enter");
    sheet.assertSaved();
    assertThat(fixture.stored(2, STATUS)).isEqualTo("В работе");
    assertThat(fixture.stored(2, PROGRESS)).isEqualTo("Провели семинар");
    assertThat(sheet.page.locator("#cell-name")).hasText("D4");
  }

  @Test
  void escape_leavesTheCellAlone() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, STATUS).click();
    sheet.page.keyboard().type("Зря");
    sheet.press("Escape");
    sheet.assertShows(1, STATUS, "Не начато");
    assertThat(fixture.stored(1, STATUS)).isEqualTo("Не начато");
  }

  @Test
  void header_canBeEditedWhereItIsFrozen() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(0, PROGRESS, "Ход");
    sheet.assertSaved();
    assertThat(fixture.stored(0, PROGRESS)).isEqualTo("Ход");
  }

  @Test
  void listedCell_offersItsTexts() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(3, STATUS).locator(".opener").click();
    sheet
        .page
        .getByRole(
            com.microsoft.playwright.options.AriaRole.OPTION,
            new Page.GetByRoleOptions().setName("В работе"))
        .click();
    sheet.assertSaved();
    assertThat(fixture.stored(3, STATUS)).isEqualTo("В работе");
  }

  @Test
  void textOutsideTheList_isTakenForTheServerToJudge() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(3, STATUS, "Готово");
    sheet.assertSaved();
    assertThat(fixture.stored(3, STATUS)).isEqualTo("Готово");
  }

  @Test
  void dateCell_takesADayFromTheCalendar() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, DATE, "30.11.2026");
    sheet.cell(1, DATE).click();
    sheet.press("Alt+ArrowDown", "Alt+ArrowDown", "ArrowRight", "Enter");
    sheet.assertSaved();
    assertThat(fixture.stored(1, DATE)).isEqualTo("01.12.2026");
  }

  @Test
  void formula_isShownWhenEdited() {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, PROGRESS, "=1+1");
    sheet.assertSaved();
    sheet.assertShows(1, PROGRESS, "2");
    sheet.cell(1, PROGRESS).dblclick();
    assertThat(sheet.field()).hasValue("=1+1");
  }

  @Test
  void protectedCell_saysWhyAndKeepsItsText() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(1, CHECK, "всё хорошо");
    assertThat(sheet.notices())
        .containsText("Ячейка F2 защищена, изменение не принято. Заполняет Сверка.");
    sheet.assertShows(1, CHECK, "Замечаний нет");
    assertThat(fixture.stored(1, CHECK)).isEqualTo("Замечаний нет");
  }

  @Test
  void textThatLooksLikeANumber_staysTextWhenEditedAndCopied() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, NUMBER).click();
    sheet.press("Control+c");
    sheet.cell(1, PROGRESS).click();
    sheet.press("Control+v");
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("1.1");
  }

  @Test
  void hostileText_staysText() throws Exception {
    String hostile =
        "<img src=x onerror=\"window.hacked=true\"><script>window.hacked=true</script>";
    fixture.write(4, TEXT, hostile);
    SheetOnScreen sheet = fixture.open();
    sheet.assertShows(4, TEXT, hostile);
    sheet.type(5, PROGRESS, hostile);
    sheet.assertSaved();
    sheet.assertShows(5, PROGRESS, hostile);
    assertThat(sheet.page.locator("#grid img, #grid script, .cell-line img")).hasCount(0);
    assertThat(sheet.page.evaluate("window.hacked === undefined")).isEqualTo(true);
    assertThat(sheet.errors()).isEmpty();
  }
}
