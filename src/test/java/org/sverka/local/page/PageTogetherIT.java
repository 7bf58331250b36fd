package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.CHECK;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Several people at once, and connections that come and go. */
class PageTogetherIT extends PageTestBase {

  @Test
  void secondBrowser_seesTheEditWithoutReload() {
    SheetOnScreen one = fixture.open();
    SheetOnScreen two = fixture.open();
    one.type(1, STATUS, "В работе");
    two.assertShows(1, STATUS, "В работе");
  }

  @Test
  void verdictOfTheService_appearsByItself() throws Exception {
    SheetOnScreen sheet = fixture.open();
    fixture.write(1, CHECK, "Ошибка: нет такого статуса");
    sheet.assertShows(1, CHECK, "Ошибка: нет такого статуса");
  }

  @Test
  void anothersEdit_doesNotDisturbTyping() throws Exception {
    SheetOnScreen sheet = fixture.open();
    sheet.cell(1, PROGRESS).click();
    sheet.page.keyboard().type("моя ");
    fixture.write(1, PROGRESS, "чужая");
    fixture.write(1, CHECK, "проверено");
    sheet.assertShows(1, CHECK, "проверено");
    sheet.page.keyboard().type("правка");
    sheet.press("Enter");
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("моя правка");
    assertThat(sheet.notices()).containsText("«чужая»");
  }

  @Test
  void lostConnection_keepsEditsAndSendsThemLater() throws Exception {
    BrowserContext person = fixture.person();
    SheetOnScreen sheet = fixture.open(person);
    goOfflineWith(person, sheet, "без связи");
    assertThat(fixture.stored(3, PROGRESS)).isEmpty();
    person.setOffline(false);
    sheet.assertSaved();
    assertThat(fixture.stored(3, PROGRESS)).isEqualTo("без связи");
  }

  @Test
  void editMadeOffline_goesToItsRowAfterOthersInserted() throws Exception {
    BrowserContext person = fixture.person();
    SheetOnScreen sheet = fixture.open(person);
    SheetOnScreen other = fixture.open();
    goOfflineWith(person, sheet, "для 1.3");
    other.rowHead(2).click();
    other.press("Control+Alt+Equal");
    other.assertSaved();
    person.setOffline(false);
    sheet.assertSaved();
    assertThat(fixture.stored(4, PROGRESS)).isEqualTo("для 1.3");
    assertThat(fixture.stored(3, PROGRESS)).isEmpty();
  }

  @Test
  void editMadeOffline_isHandedBackWhenItsRowIsGone() throws Exception {
    BrowserContext person = fixture.person();
    SheetOnScreen sheet = fixture.open(person);
    SheetOnScreen other = fixture.open();
    goOfflineWith(person, sheet, "некуда");
    other.rowHead(3).click();
    other.press("Control+Alt+Minus");
    other.assertSaved();
    person.setOffline(false);
    assertThat(sheet.notices()).containsText("Правка не отправлена");
    assertThat(sheet.notices()).containsText("Скопировать введённое");
    assertThat(fixture.storedColumn(PROGRESS)).doesNotContain("некуда");
  }

  @Test
  void windowClosedOffline_leavesItsEditsToTheNext() throws Exception {
    BrowserContext person = fixture.person();
    SheetOnScreen sheet = fixture.open(person);
    goOfflineWith(person, sheet, "успел закрыть");
    sheet.page.close(new Page.CloseOptions().setRunBeforeUnload(false));
    person.setOffline(false);
    SheetOnScreen next = fixture.open(person);
    next.assertShows(3, PROGRESS, "успел закрыть");
    next.assertSaved();
    assertThat(fixture.stored(3, PROGRESS)).isEqualTo("успел закрыть");
  }

  @Test
  void windowNobodyLooksAt_readsAnewWhenItIsSeenAgain() throws Exception {
    SheetOnScreen sheet = fixture.open();
    SheetOnScreen other = fixture.open();
    sheet.page.clock().install();
    show(sheet, "hidden");
    sheet.page.clock().fastForward(60_000);
    fixture.write(1, PROGRESS, "тем временем");
    other.assertShows(1, PROGRESS, "тем временем");
    sheet.assertShows(1, PROGRESS, "");
    show(sheet, "visible");
    sheet.assertShows(1, PROGRESS, "тем временем");
    sheet.assertSaved();
  }

  private static void show(SheetOnScreen sheet, String state) {
    sheet.page.evaluate(
        "state => { Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});"
            + " document.dispatchEvent(new Event('visibilitychange')); }",
        state);
  }

  private static void goOfflineWith(BrowserContext person, SheetOnScreen sheet, String text) {
    person.setOffline(true);
    sheet.type(3, PROGRESS, text);
    assertThat(sheet.page.locator("#status"))
        .hasText("Нет связи, изменения сохранятся, когда она появится");
    sheet.assertShows(3, PROGRESS, text);
  }
}
