package org.sverka.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page for webmasters and {@code docs/embedding.md} say the same. */
class SnippetsTest {
  private static final String FRAGMENT =
      "https://sverka.example/spb-kaliningrad-2023-2026/fragment";

  private static String documented() throws IOException {
    return Files.readString(Path.of("docs", "embedding.md"));
  }

  @Test
  void php_isWhatTheDocumentSays() throws Exception {
    assertThat(documented()).contains("```php\n" + Snippets.php(FRAGMENT + "?section=7") + "\n```");
  }

  @Test
  void include_isWhatTheDocumentSays() throws Exception {
    assertThat(documented())
        .contains("```html\n" + Snippets.include(Map.of("section", "7")) + "\n```");
  }

  @Test
  void nginx_isWhatTheDocumentSays() throws Exception {
    assertThat(documented()).contains("```nginx\n" + Snippets.nginx(FRAGMENT) + "\n```");
  }
}
