package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/** What other sites take, over real HTTP. */
class EmbedIT {
  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /**
   * Pages name a version by its digest. If this fails, a script that went out was changed: put it
   * back, and make the change in a file with the next number.
   */
  @Test
  void versionsThatWentOut_areNeverChanged() throws Exception {
    Map<String, String> digests = new TreeMap<>();
    Path folder = Path.of("src/main/resources/org/sverka/web/embed");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        digests.put(file.getFileName().toString(), Components.integrity(Files.readAllBytes(file)));
      }
    }

    assertThat(digests)
        .isEqualTo(
            Map.of(
                "1.js", "sha384-Q0lKLvd78okEhQ/My0clDVBsJRFE1Xaz7OzxCr9PwZm+DXpNS7dKy8nJLUhUdfMw"));
  }

  @Test
  void version_isForAllSitesAndForGood() {
    Components.Script script = new Components(Instant.EPOCH).script();
    HttpResponse<byte[]> response = served.bytes(script.path());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(script.path()).matches("/embed/[0-9a-f]{16}\\.js");
    assertThat(Components.integrity(response.body())).isEqualTo(script.integrity());
    assertThat(header(response, "Content-Type")).isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(response, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void newestScript_isAskedForAgainAfterMinutes() {
    HttpResponse<byte[]> response = served.bytes("/embed.js");

    assertThat(response.body())
        .isEqualTo(served.bytes(new Components(Instant.EPOCH).script().path()).body());
    assertThat(header(response, "Cache-Control"))
        .startsWith("public, max-age=300, ")
        .contains("stale-if-error");
    assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @Test
  void script_isSmall() {
    assertThat(served.bytes("/embed.js", "Accept-Encoding", "gzip").body().length)
        .isLessThan(8_000);
  }

  @Test
  void unknownVersion_is404() {
    assertThat(served.get("/embed/0123456789abcdef.js").statusCode()).isEqualTo(404);
    assertThat(served.get("/embed.js?v=2").statusCode()).isEqualTo(400);
  }
}
