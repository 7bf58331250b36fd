package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.NUMBER;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sverka.testing.Axe;

/** For everybody's eyes, ears and screens, and for ten thousand rows. */
class PageLooksIT extends PageTestBase {

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_findsNothingToObjectTo(ColorScheme scheme) {
    SheetOnScreen sheet = fixture.open();
    sheet.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertThat(Axe.violationsOfItsOwnRules(sheet.page)).isEmpty();
    sheet.cell(1, STATUS).dblclick();
    assertThat(Axe.violationsOfItsOwnRules(sheet.page)).isEmpty();
    sheet.press("Escape", "Shift+F10");
    assertThat(Axe.violationsOfItsOwnRules(sheet.page)).isEmpty();
    assertThat(sheet.errors()).isEmpty();
  }

  @Test
  void selectedCell_isReadOut() {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, PageFixture.CHECK).click();
    assertThat(sheet.announcer()).hasText("F2. Замечаний нет. Заполняет Сверка.");
    assertThat(sheet.field()).isFocused();
  }

  @Test
  void keyboard_leavesTheGridByF6() {
    SheetOnScreen sheet = fixture.open();
    sheet.press("F6");
    assertThat(sheet.page.locator("#toolbar button").first()).isFocused();
    sheet.press("F6");
    assertThat(sheet.page.locator("#people button").first()).isFocused();
    sheet.press("F6");
    assertThat(sheet.page.locator("#verdict button").first()).isFocused();
    sheet.press("F6");
    assertThat(sheet.page.locator("#tabs button").first()).isFocused();
    sheet.press("F6");
    assertThat(sheet.field()).isFocused();
  }

  @Test
  void headerAndNumbers_stayWhileTheRestScrolls() throws Exception {
    fixture.fill(200);
    SheetOnScreen sheet = fixture.open();
    sheet.press("Control+End");
    assertThat(sheet.cell(200, NUMBER)).isInViewport();
    assertThat(sheet.cell(0, NUMBER)).isInViewport();
  }

  @Test
  void columnLetters_stayOverTheirColumnsWhenARowGoes() {
    SheetOnScreen sheet = fixture.open();
    sheet.page.setViewportSize(390, 780);
    sheet.cell(1, PageFixture.CHECK).click();
    sheet.rowHead(1).click();
    sheet.press("Control+Alt+Minus");
    sheet.assertSaved();
    sheet.assertShows(1, NUMBER, "1.2");
    double letter = sheet.page.locator("[data-column-head='5']").boundingBox().x;
    assertThat(sheet.cell(1, PageFixture.CHECK).boundingBox().x).isEqualTo(letter);
  }

  @Test
  void scrollingThereAndBack_comesToTheSamePlace() throws Exception {
    fixture.fill(200);
    SheetOnScreen sheet = fixture.open();
    List<?> places =
        (List<?>)
            sheet.page.evaluate(
                """
            async () => {
              const holder = document.querySelector('.tabulator-tableholder');
              const frame = () => new Promise((resolve) => setTimeout(resolve, 30));
              const place = () => {
                const heads = [...document.querySelectorAll('.tabulator-row:not(.frozen-row) [data-row-head]')];
                const head = heads.find((other) => other.getBoundingClientRect().bottom > 250);
                return `${head.dataset.rowHead} at ${Math.round(head.getBoundingClientRect().top)}`;
              };
              const seen = [];
              for (let i = 0; i < 20; i++) { holder.scrollTop += 300; await frame(); }
              for (let i = 0; i < 10; i++) { seen.push(place()); holder.scrollTop += 300; await frame(); }
              const back = [];
              for (let i = 0; i < 10; i++) { holder.scrollTop -= 300; await frame(); back.unshift(place()); }
              return [seen.join(), back.join()];
            }
            """);
    assertThat(places.get(1)).isEqualTo(places.get(0));
  }

  @Test
  void tenThousandRows_areEditedAsEasily() throws Exception {
    fixture.fill(10_000);
    SheetOnScreen sheet = fixture.open();
    sheet.press("Control+End");
    assertThat(sheet.cell(10_000, NUMBER)).hasText("1.10000");
    assertThat(sheet.page.locator(".tabulator-row").count()).isLessThan(100);
    sheet.type(10_000, PROGRESS, "последняя");
    sheet.assertSaved();
    assertThat(fixture.stored(10_000, PROGRESS)).isEqualTo("последняя");
  }

  @Test
  void narrowScreen_letsGoOfFrozenColumnsOnlyWhenTheyFillIt() {
    SheetOnScreen sheet = fixture.open();
    sheet.page.setViewportSize(390, 780);
    assertThat(sheet.cell(1, NUMBER)).isVisible();
    sheet.type(1, STATUS, "В работе");
    sheet.assertSaved();
    sheet.assertShows(1, STATUS, "В работе");
  }
}
