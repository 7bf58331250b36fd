package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.sverka.local.page.PageFixture.CHECK;
import static org.sverka.local.page.PageFixture.STATUS;

import org.junit.jupiter.api.Test;

/** What Sverka says of a row, where it is seen and heard while one types elsewhere. */
class PageVerdictIT extends PageTestBase {
  private static final String ERROR = "Ошибка. «Статус»: такого нет.";

  @Test
  void verdictOfTheRow_standsAboveTheGridOnANarrowScreen() throws Exception {
    fixture.write(3, CHECK, ERROR);
    SheetOnScreen sheet = fixture.open();
    sheet.page.setViewportSize(390, 780);
    sheet.cell(3, STATUS).click();
    assertThat(sheet.verdict()).containsText("Проверка " + ERROR);
    assertThat(sheet.verdict()).isInViewport();
    sheet.press("ArrowDown");
    assertThat(sheet.verdict()).containsText("Проверка Замечаний нет");
  }

  @Test
  void header_hasNoVerdict() {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(0, STATUS).click();
    assertThat(sheet.verdict()).containsText("Проверка нет отметки");
  }

  @Test
  void verdictOfAnotherRow_isReadOutOnTheWayToIt() throws Exception {
    fixture.write(3, CHECK, ERROR);
    SheetOnScreen sheet = fixture.open();
    sheet.cell(3, STATUS).click();
    assertThat(sheet.announcer()).hasText("C4. Не начато. Проверка: Ошибка. «Статус»: такого нет");
    sheet.press("ArrowRight");
    assertThat(sheet.announcer()).hasText("D4. Пустая ячейка");
  }

  @Test
  void newVerdictOnTheSelectedRow_isShownAndReadOut() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(3, STATUS).click();
    fixture.write(3, CHECK, ERROR);
    assertThat(sheet.verdict()).containsText(ERROR);
    assertThat(sheet.announcer()).hasText("Проверка: Ошибка. «Статус»: такого нет");
  }

  @Test
  void newVerdictOnTheRowJustLeft_isTold() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.type(3, STATUS, "Готово");
    sheet.assertSaved();
    fixture.write(3, CHECK, ERROR);
    assertThat(sheet.notices()).containsText("1.3 — Проверка: Ошибка. «Статус»: такого нет");
  }

  @Test
  void verdict_leadsToItsCellByKeyboard() {
    SheetOnScreen sheet = fixture.open();
    sheet.page.setViewportSize(390, 780);
    sheet.cell(3, STATUS).click();
    sheet.press("F6", "F6", "F6", "Enter");
    assertThat(sheet.page.locator("#cell-name")).hasText("F4");
    assertThat(sheet.cell(3, CHECK)).isInViewport();
    assertThat(sheet.field()).isFocused();
  }

  @Test
  void zoneOfAllTimes_isSaidOnce() {
    SheetOnScreen sheet = fixture.open();
    assertThat(sheet.page.locator("#zone")).hasText("Время: Москва, UTC+3");
  }
}
