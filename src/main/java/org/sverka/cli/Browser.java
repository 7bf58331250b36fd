package org.sverka.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser of whoever sits at this machine, if there is one. */
final class Browser {
  private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

  private final List<String> command;

  private Browser(List<String> command) {
    this.command = command;
  }

  /**
   * Finds it: what {@code BROWSER} names, else what the desktop has for that.
   *
   * @param environment tells whether there is a desktop
   */
  static Browser of(Map<String, String> environment) {
    String named = environment.getOrDefault("BROWSER", "");
    if (!named.isBlank()) {
      return new Browser(List.of(named));
    }
    if (System.getProperty("os.name", "").startsWith("Mac")) {
      return new Browser(List.of("open"));
    }
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return new Browser(desktop ? List.of("xdg-open") : List.of());
  }

  /** Opens the page, if it can; the address has been printed anyway. */
  void open(URI address) {
    if (command.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(command.get(0), address.toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("command", command).log("The browser did not start");
    }
  }
}
