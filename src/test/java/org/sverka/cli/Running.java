package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The whole program on the embedded sheet, which it has filled, with those who use it. */
record Running(Service service, Editor editor, Webmaster webmaster) {
  /**
   * Starts it and waits for its first verdicts.
   *
   * @param clock what the loop goes by
   */
  static Running on(Path data, InstantSource clock) {
    return on(data, clock, Map.of());
  }

  /**
   * The same.
   *
   * @param more further options of the command line
   */
  static Running on(Path data, InstantSource clock, Map<String, String> more) {
    Map<String, String> options =
        new LinkedHashMap<>(
            Map.of(
                "--http-port", "0",
                "--management-port", "0",
                "--local-sheet-port", "0",
                "--poll-seconds", "1",
                "--data-dir", data.toString()));
    options.putAll(more);
    Service service =
        Service.start(Settings.read(Path.of("").toAbsolutePath(), options, Map.of()), clock);
    Editor editor = new Editor(service.sheetLink());
    Eventually.holds(() -> assertThat(editor.cell("12.3", "На сайте")).startsWith("опубликовано"));
    return new Running(service, editor, new Webmaster(service.httpPort()));
  }
}
