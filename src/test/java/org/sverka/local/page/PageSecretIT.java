package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.PROGRESS;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.local.SheetSecret;
import org.sverka.testing.Axe;
import org.sverka.testing.Chromium;

/** A sheet that others can reach: the page asks for the word they share. */
class PageSecretIT {
  private static final String WORD = "синий кит 1813";

  @RegisterExtension static final Chromium chromium = new Chromium();

  private PageFixture fixture;
  private BrowserContext person;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    fixture = new PageFixture(chromium.browser(), directory, SheetSecret.of(WORD));
    fixture.fill(5);
    person = fixture.person();
  }

  @AfterEach
  void stop() throws Exception {
    fixture.close();
  }

  @Test
  void rightWord_opensTheSheetOnceAndForAll() throws Exception {
    Page page = person.newPage();
    page.navigate(fixture.address());
    assertThat(page.getByLabel("Слово")).isFocused();
    assertThat(Axe.violationsOfItsOwnRules(page)).isEmpty();
    page.keyboard().type(WORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("html")).hasAttribute("data-ready", "true");

    SheetOnScreen sheet = fixture.open(person);
    sheet.type(1, PROGRESS, "пустили");
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("пустили");
    assertThat(sheet.errors()).isEmpty();
  }

  @Test
  void wrongWord_isToldAndCanBeTypedAnew() {
    Page page = person.newPage();
    page.navigate(fixture.address());
    page.getByLabel("Слово").fill("синий кит");
    page.getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Слово не подходит");
    assertThat(page.getByLabel("Слово")).isFocused();
    page.keyboard().type(WORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("html")).hasAttribute("data-ready", "true");
  }

  @Test
  void sessionThatEnded_asksAgainAndLosesNoEdit() throws Exception {
    SheetOnScreen sheet = openWithWord();
    person.clearCookies();
    sheet.type(1, PROGRESS, "не пропало");
    giveWordAgain(sheet);
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("не пропало");
  }

  @Test
  void sessionThatEndedWhileOneTypes_doesNotInterruptTheTyping() throws Exception {
    SheetOnScreen sheet = openWithWord();
    person.clearCookies();
    Response refused =
        sheet.page.waitForResponse(
            answer -> answer.status() == 401,
            () -> {
              sheet.cell(1, PROGRESS).click();
              sheet.page.keyboard().type("не п");
            });
    refused.finished();
    sheet.page.evaluate("() => new Promise(requestAnimationFrame)");
    sheet.page.keyboard().type("ропало");
    sheet.press("Enter");
    giveWordAgain(sheet);
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("не пропало");
  }

  @Test
  void wordThatIsWantedForAnEarlierEdit_doesNotInterruptTheNext() throws Exception {
    SheetOnScreen sheet = openWithWord();
    List<Route> held = new ArrayList<>();
    person.route("**/values:batchUpdate", held::add);
    sheet.type(1, PROGRESS, "первая");
    sheet.page.keyboard().type("вто");
    sheet.page.waitForCondition(() -> !held.isEmpty());
    person.clearCookies();
    held.get(0).fulfill(new Route.FulfillOptions().setStatus(401));
    person.unroute("**/values:batchUpdate");
    assertThat(sheet.page.locator("#status")).containsText("Нет связи");
    sheet.page.keyboard().type("рая");
    sheet.press("Enter");
    giveWordAgain(sheet);
    sheet.assertSaved();
    assertThat(fixture.stored(1, PROGRESS)).isEqualTo("первая");
    assertThat(fixture.stored(2, PROGRESS)).isEqualTo("вторая");
  }

  @Test
  void sessionThatEndedWhileOneOnlyLooks_asksOnceTheStreamIsCut() {
    person.route("**/events?*", Route::abort);
    SheetOnScreen sheet = openWithWord();
    person.clearCookies();
    assertThat(sheet.page.locator("#enter")).isVisible();
    person.unroute("**/events?*");
    giveWordAgain(sheet);
    sheet.assertSaved();
  }

  private SheetOnScreen openWithWord() {
    Page page = person.newPage();
    page.navigate(fixture.address());
    page.getByLabel("Слово").fill(WORD);
    page.keyboard().press("Enter");
    assertThat(page.locator("html")).hasAttribute("data-ready", "true");
    return fixture.open(person);
  }

  private static void giveWordAgain(SheetOnScreen sheet) {
    assertThat(sheet.page.locator("#enter")).isVisible();
    sheet.page.locator("#enter-word").fill(WORD);
    sheet.press("Enter");
    assertThat(sheet.page.locator("#enter")).isHidden();
  }
}
