package org.sverka.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The browser that the pages are tried in: the machine's own, which asks nothing of the network. It
 * is started once for all classes; nothing goes from one context in it to another.
 */
public final class Chromium implements BeforeAllCallback {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // No process in reserve: most contexts need but one.
          "--renderer-process-limit=1");

  private Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class);
    running.begin();
  }

  /** For contexts, which whoever opens them closes. */
  public Browser browser() {
    return running.browser;
  }

  /** Until all tests are over. */
  private static final class Running implements AutoCloseable {
    private final Playwright playwright = Playwright.create();
    private Browser browser = launch(playwright);

    /** One that has crashed is no reason for the next class to fail. */
    void begin() {
      if (!browser.isConnected()) {
        browser = launch(playwright);
      }
    }

    @Override
    public void close() {
      playwright.close();
    }
  }

  /** Starts it, headless; {@code CHROMIUM} says where it is. */
  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(
                    Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                .setArgs(ARGUMENTS));
  }
}
