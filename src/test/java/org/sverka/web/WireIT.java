package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;
import org.sverka.text.Sha256;

/**
 * What comes down the wire when the client is not a polite one. {@code SVERKA_TEST_REVISIONS=1000}
 * makes reading while publishing its long form.
 */
class WireIT {
  private static final String HOST = "Host: x\r\n";
  private static final int REVISIONS =
      Integer.parseInt(System.getenv().getOrDefault("SVERKA_TEST_REVISIONS", "300"));

  private final FakePublished roadmap = FakePublished.sample("one");
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(roadmap);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private String exchange(String text) throws IOException {
    return Raw.exchange(served.port(), text);
  }

  private String get(String target) throws IOException {
    return exchange("GET " + target + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/roadmaps/one?q=%",
        "/api/v1/roadmaps/one?q=%4",
        "/api/v1/roadmaps/one?q=%zz",
        "/api/v1/roadmaps/one?q=%uFF1C",
        "/api/v1/roadmaps/%zz",
        "/api/v1/roadmaps/%ff",
        "/api/v1/roadmaps/one%00",
        "/api/v1/roadmaps/one?q=<script>&q=2",
        "/api/v1/roadmaps/one?<script>=1"
      })
  void f78_brokenAddress_is400WithoutAnEcho(String target) throws IOException {
    String answer = get(target);

    assertThat(answer)
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json")
        .doesNotContain("script");
  }

  @Test
  void f78_tooLongAddress_is414() throws IOException {
    assertThat(get("/?q=" + "x".repeat(10_000))).contains(" 414 ").contains("problem+json");
  }

  @Test
  void f78_tooManyHeaders_are431() throws IOException {
    assertThat(
            exchange("GET / HTTP/1.1\r\n" + HOST + ("X: " + "y".repeat(1_000) + "\r\n").repeat(20)))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void f80_bodyOfARequest_isNeverTakenForTheNextRequest() throws IOException {
    String smuggled = "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n";
    String length = "Content-Length: " + smuggled.length() + "\r\n";
    for (String framing : List.of(length, length + "Transfer-Encoding: chunked\r\n")) {
      String answer = exchange("GET / HTTP/1.1\r\n" + HOST + framing + "\r\n" + smuggled);

      assertThat(answer.split("HTTP/1\\.1 ", -1)).as(framing).hasSize(2);
      assertThat(answer).doesNotContain("404");
    }
  }

  @Test
  void f73_headersWithoutEnd_areCutOffAfterTenSeconds() throws IOException {
    long begin = System.nanoTime();

    assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).isEmpty();

    assertThat((System.nanoTime() - begin) / 1_000_000_000).isBetween(8L, 15L);
  }

  @Test
  void t15_forwardedHeaders_changeNothing() throws IOException {
    String plain = get("/api/v1/roadmaps/one/changes?limit=1");
    String evil =
        exchange(
            "GET /api/v1/roadmaps/one/changes?limit=1 HTTP/1.1\r\nHost: evil.example\r\n"
                + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\n"
                + "Forwarded: host=evil.example\r\nOrigin: https://evil.example\r\n"
                + "Connection: close\r\n\r\n");

    assertThat(evil.replaceAll("(?m)^date: .*\r\n", ""))
        .isEqualTo(plain.replaceAll("(?m)^date: .*\r\n", ""));
  }

  @Test
  void f83_readersWhilePublishing_seeWholeBodiesInOrder() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<CompletableFuture<Integer>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readers.add(CompletableFuture.supplyAsync(() -> readUntil(done)));
    }
    for (int i = 0; i < REVISIONS; i++) {
      roadmap.accept("1.1", "progress.spb", "", "раз " + i, "раз " + i);
    }
    done.set(true);
    for (CompletableFuture<Integer> reader : readers) {
      assertThat(reader.get()).isPositive();
    }
  }

  /** Checks that each answer is whole, has the tag of its body, and is not older than the last. */
  private int readUntil(AtomicBoolean done) {
    long last = 0;
    int count = 0;
    do {
      var answer = served.get("/api/v1/roadmaps/one");
      String body = answer.body();
      long revision = Long.parseLong(body.replaceAll("(?s).*\"revision\":(\\d+),.*", "$1"));
      assertThat(body).endsWith("\"removed\":[]}");
      assertThat(Served.header(answer, "ETag"))
          .isEqualTo("\"%d-%s\"", revision, Sha256.hex(body).substring(0, 12));
      assertThat(revision).isGreaterThanOrEqualTo(last);
      last = revision;
      count++;
    } while (!done.get());
    return count;
  }
}
