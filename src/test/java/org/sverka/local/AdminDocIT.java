package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of {@code docs/embedded-sheet.md} and holds it to its output. */
class AdminDocIT {
  private static final Path DOC = Path.of("docs", "embedded-sheet.md");

  @TempDir Path directory;

  private static String block(String doc, String language) {
    Matcher block = Pattern.compile("(?s)\n```" + language + "\n(.*?)```\n").matcher(doc);
    assertThat(block.find()).as("a block of %s in %s", language, DOC).isTrue();
    return block.group(1);
  }

  @Test
  void example_printsWhatTheDocumentSays() throws Exception {
    String doc = Files.readString(DOC);
    try (AdminFixture server = new AdminFixture(directory)) {
      String script =
          block(doc, "sh")
              .replace("http://127.0.0.1:8082", withoutSlash(server.root()))
              .replace("http://127.0.0.1:8083", withoutSlash(server.adminRoot()));
      Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
      String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(output).isEqualTo(block(doc, "text"));
    }
  }

  private static String withoutSlash(String url) {
    return url.substring(0, url.length() - 1);
  }
}
