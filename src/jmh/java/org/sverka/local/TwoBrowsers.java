package org.sverka.local;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two people with the page open, each in a browser of their own as far as the page can tell. */
final class TwoBrowsers implements AutoCloseable {
  private static final String STATUS_OF_ROW =
      "[data-row='%d'][data-column='" + BenchmarkSheet.STATUS + "']";

  private final Playwright playwright;
  private final Page writer;
  private final Page reader;
  private final double openedAfter;

  private TwoBrowsers(Playwright playwright, Page writer, Page reader, double openedAfter) {
    this.playwright = playwright;
    this.writer = writer;
    this.reader = reader;
    this.openedAfter = openedAfter;
  }

  /** Milliseconds, for each edit, from the last key. */
  record Delays(List<Double> toAnswer, List<Double> toScreen) {}

  static TwoBrowsers open(BenchmarkSheet sheet) {
    Playwright playwright = Playwright.create();
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getenv("CHROMIUM")))
                    .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
    String url = sheet.at("spreadsheets/d/bench/edit").toString();
    page(browser, url).close();
    Page writer = page(browser, url);
    double opened =
        ((Number) writer.evaluate("performance.getEntriesByName('ready')[0].startTime"))
            .doubleValue();
    return new TwoBrowsers(playwright, writer, page(browser, url), opened);
  }

  private static Page page(Browser browser, String url) {
    Page page =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1400, 900)).newPage();
    page.addInitScript(
        "new MutationObserver(() => document.documentElement?.dataset.ready"
            + " && performance.getEntriesByName('ready').length === 0 && performance.mark('ready'))"
            + ".observe(document, { attributes: true, subtree: true });");
    page.navigate(url);
    page.waitForSelector("html[data-ready=true]");
    return page;
  }

  double openedAfter() {
    return openedAfter;
  }

  /** Types into one cell after the other and looks when the other browser has it. */
  Delays edit(int times) {
    Delays delays = new Delays(new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < times; i++) {
      int row = 1 + i % 3;
      String text = "правка " + i;
      reader.evaluate(
          """
          ({ cell, text }) => {
            window.seen = new Promise((resolve) => {
              const look = () => document.querySelector(`${cell} .text`)?.textContent === text
                && (observer.disconnect(), resolve(performance.timeOrigin + performance.now()));
              const observer = new MutationObserver(look);
              observer.observe(document.querySelector('#grid'), { childList: true, subtree: true, characterData: true });
            });
          }
          """,
          Map.of("cell", STATUS_OF_ROW.formatted(row), "text", text));
      writer.locator(STATUS_OF_ROW.formatted(row)).click();
      writer.keyboard().insertText(text);
      writer.evaluate(
          """
          () => {
            window.typed = new Promise((resolve) => window.addEventListener('keydown',
              () => resolve(performance.timeOrigin + performance.now()), { once: true, capture: true }));
            performance.clearResourceTimings();
          }
          """);
      writer.keyboard().press("Tab");
      double typed = number(writer, "window.typed");
      double seen = number(reader, "window.seen");
      writer.waitForSelector("#status[data-state=saved]");
      double answered =
          number(
              writer,
              "performance.timeOrigin + performance.getEntriesByType('resource')"
                  + ".filter(({ name }) => name.endsWith('values:batchUpdate')).at(-1).responseEnd");
      delays.toAnswer().add(answered - typed);
      delays.toScreen().add(seen - typed);
    }
    return delays;
  }

  /** Milliseconds that the page computes for one step down. */
  double arrowKey() {
    return number(
        writer,
        """
        (async () => {
          const field = document.querySelector('#editor-field');
          field.focus();
          const press = () => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true }));
          const begin = performance.now();
          for (let i = 0; i < 40; i++) press();
          return (performance.now() - begin) / 40;
        })()
        """);
  }

  /** Milliseconds from frame to frame while the grid is scrolled by a page and more each time. */
  double frame() {
    return number(
        writer,
        """
        (async () => {
          const holder = document.querySelector('.tabulator-tableholder');
          holder.scrollTop = 0;
          const begin = performance.now();
          for (let i = 0; i < 60; i++) {
            holder.scrollTop += 700;
            await new Promise(requestAnimationFrame);
          }
          return (performance.now() - begin) / 60;
        })()
        """);
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
