package org.sverka.local.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.util.ArrayList;
import java.util.List;

/** One person's window on the sheet. Rows and columns count from 0, as everywhere. */
final class SheetOnScreen {
  /** Ten thousand rows take a while on a machine with other work. */
  private static final int PATIENCE = 30_000;

  final Page page;
  private final List<String> errors = new ArrayList<>();

  private SheetOnScreen(Page page) {
    this.page = page;
    page.onPageError(errors::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
  }

  static SheetOnScreen open(BrowserContext context, String url) {
    SheetOnScreen sheet = new SheetOnScreen(context.newPage());
    sheet.page.navigate(url);
    assertThat(sheet.page.locator("html"))
        .hasAttribute("data-ready", "true", new HasAttributeOptions().setTimeout(PATIENCE));
    return sheet;
  }

  Locator cell(int row, int column) {
    return page.locator("[data-row='%d'][data-column='%d']".formatted(row, column));
  }

  Locator rowHead(int row) {
    return page.locator("[data-row-head='%d']".formatted(row));
  }

  Locator field() {
    return page.locator("#editor-field");
  }

  /** What a screen reader is told. */
  Locator announcer() {
    return page.locator("#announcer");
  }

  Locator verdict() {
    return page.locator("#verdict");
  }

  /** The list of those who have the sheet open, oneself first. */
  Locator people() {
    return page.locator("#people li");
  }

  /** The tag on a cell with the names of the others who are there. */
  Locator guest(int row, int column) {
    return cell(row, column).locator(".guest");
  }

  Locator notices() {
    return page.locator("#notices");
  }

  /** Selects a cell and types over it. */
  void type(int row, int column, String text) {
    cell(row, column).click();
    page.keyboard().type(text);
    press("Enter");
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  void assertShows(int row, int column, String text) {
    assertThat(cell(row, column).locator(".text")).hasText(text);
  }

  void assertSaved() {
    assertThat(page.locator("#status")).hasText("Сохранено");
  }

  /** What the page's scripts complained about. */
  List<String> errors() {
    return List.copyOf(errors);
  }
}
