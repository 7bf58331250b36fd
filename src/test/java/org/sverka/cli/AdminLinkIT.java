package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admin port of the embedded sheet, as an operator asks for it. */
class AdminLinkIT {
  @TempDir private Path data;

  private Service start(Map<String, String> more) {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "--http-port", "0",
                "--management-port", "0",
                "--local-sheet-port", "0",
                "--data-dir", data.toString()));
    options.putAll(more);
    return Service.start(
        Settings.read(Path.of("").toAbsolutePath(), options, Map.of()), InstantSource.system());
  }

  @Test
  void notAskedFor_isNotThere() {
    Service service = start(Map.of());
    try {
      assertThat(service.adminLink()).isEmpty();
    } finally {
      service.stop();
    }
  }

  @Test
  void askedFor_answersOnThePortThatIsPrinted() throws Exception {
    Service service = start(Map.of("--local-sheet-admin-port", "0"));
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(service.adminLink()).toURL().openConnection();
      assertThat(connection.getResponseCode()).isEqualTo(200);
    } finally {
      service.stop();
    }
  }
}
