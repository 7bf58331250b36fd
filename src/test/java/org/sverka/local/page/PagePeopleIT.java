package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.page.PageFixture.PROGRESS;
import static org.sverka.local.page.PageFixture.STATUS;
import static org.sverka.local.page.PageFixture.TEXT;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sverka.testing.Axe;

/** Who else is here, and where. */
class PagePeopleIT extends PageTestBase {
  private final BrowserContext[] people = new BrowserContext[3];

  @AfterEach
  void everybodyLeaves() {
    for (BrowserContext person : people) {
      if (person != null) {
        person.pages().forEach(Page::close);
        person.close();
      }
    }
  }

  private SheetOnScreen comes(int number) {
    people[number] = fixture.person();
    return fixture.open(people[number]);
  }

  @Test
  void anotherPerson_isInTheListAndOnTheirCell() {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    two.cell(3, TEXT).click();
    assertThat(one.people()).hasCount(2);
    assertThat(one.people().first()).hasText("Вы: Гость 1");
    assertThat(one.people().last()).hasText("Гость 2B4");
    assertThat(one.guest(3, TEXT)).hasText("Гость 2");
    two.press("ArrowDown");
    assertThat(one.guest(4, TEXT)).hasText("Гость 2");
    assertThat(one.guest(3, TEXT)).hasCount(0);
    assertThat(two.people().first()).hasText("Вы: Гость 2");
  }

  @Test
  void screenReader_isToldWhoComesAndWhoIsAtTheCell() {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    assertThat(one.page.locator("#people-news")).hasText("Таблица открыта ещё у одного: Гость 2");
    two.cell(3, STATUS).click();
    assertThat(one.guest(3, STATUS)).hasText("Гость 2");
    one.cell(3, STATUS).click();
    assertThat(one.announcer()).containsText("Здесь сейчас: Гость 2");
    one.press("F2");
    assertThat(one.page.locator("#editor-hint")).containsText("Здесь сейчас: Гость 2");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void axe_findsNothingToObjectToWithOthersAround(ColorScheme scheme) {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    SheetOnScreen three = comes(2);
    one.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    two.cell(3, TEXT).click();
    three.cell(2, STATUS).click();
    assertThat(one.guest(3, TEXT)).hasText("Гость 2");
    assertThat(one.guest(2, STATUS)).hasText("Гость 3");
    assertThat(Axe.violationsOfItsOwnRules(one.page)).isEmpty();
    one.people().first().getByRole(AriaRole.BUTTON).click();
    assertThat(one.page.locator("#rename")).isVisible();
    assertThat(Axe.violationsOfItsOwnRules(one.page)).isEmpty();
  }

  @Test
  void chosenName_isSeenByOthersAndKeptInTheBrowser() {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    two.people().first().getByRole(AriaRole.BUTTON).click();
    two.page.keyboard().type("Анна из комитета");
    two.press("Enter");
    assertThat(two.field()).isFocused();
    assertThat(one.people().last()).containsText("Анна из комитета");
    two.page.reload();
    assertThat(two.people().first()).hasText("Вы: Анна из комитета");
    assertThat(one.people().last()).containsText("Анна из комитета");
  }

  @Test
  void hostileName_staysText() {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    two.people().first().getByRole(AriaRole.BUTTON).click();
    two.page.keyboard().type("<img src=x onerror=alert(1)>");
    two.press("Enter");
    two.cell(2, PROGRESS).click();
    assertThat(one.guest(2, PROGRESS)).hasText("<img src=x onerror=alert(1)>");
    assertThat(one.page.locator("#people img, #grid img")).hasCount(0);
    assertThat(one.errors()).isEmpty();
  }

  @Test
  void closedWindow_isGoneFromTheOthers() {
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    assertThat(one.people()).hasCount(2);
    two.page.close();
    assertThat(one.people()).hasCount(1);
    assertThat(one.page.locator("#people-news")).hasText("Таблица закрыта: Гость 2");
  }

  @Test
  void nameInTheList_leadsToTheirCell() throws Exception {
    fixture.fill(200);
    SheetOnScreen one = comes(0);
    SheetOnScreen two = comes(1);
    two.press("Control+End");
    assertThat(one.people().last()).containsText("F201");
    one.people().last().getByRole(AriaRole.BUTTON).click();
    assertThat(one.page.locator("#cell-name")).hasText("F201");
    assertThat(one.field()).isFocused();
  }
}
