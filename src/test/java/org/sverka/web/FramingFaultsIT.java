package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;

/** Requests whose end, or whose server, could be read in two ways (T17). */
class FramingFaultsIT {
  private static final String FEED = "/api/v1/roadmaps/one";
  private static final String SECOND = "GET /second HTTP/1.1\r\nHost: x\r\n\r\n";

  private static Served served;

  @BeforeAll
  static void start() {
    PublicServer.Patience soon = new PublicServer.Patience(2, 2);
    served =
        new Served(
            new PublicServer.Terms(ClientLimit.none(), false, soon), FakePublished.sample("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** Headers after {@code GET /} and a good host; then a second request follows. */
  static Stream<String> ambiguousBodies() {
    return Stream.of(
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
        "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "Content-Length: 5, 6\r\n\r\nhello",
        "Content-Length: +5\r\n\r\nhello",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 0x5\r\n\r\nhello",
        "Content-Length: 5 5\r\n\r\nhello",
        "Content-Length: 5;\r\n\r\nhello",
        "Content-Length: 1e1\r\n\r\nhello",
        "Content-Length: ٥\r\n\r\nhello",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "Content-Length:\r\n\r\n",
        "Content-Length : 5\r\n\r\nhello",
        "Content-Length\t: 5\r\n\r\nhello",
        "Content-\u0000Length: 5\r\n\r\nhello",
        "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: \u000Bchunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "X: 1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n 0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhelloXX0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n",
        "Transfer-Encoding: chunked\r\n\r\n0;\nx\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5;" + "a".repeat(20_000) + "\r\nhello\r\n0\r\n\r\n",
        "Content-Length: 5\r\nExpect: 100-continue\r\n\r\nhello",
        "Content-Length: 5\r\nExpect: nonsense\r\n\r\nhello",
        "Content-Length: 5\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            + "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n\r\nhello",
        "Content-Length: 5\r\nConnection: Content-Length\r\n\r\nhello");
  }

  @ParameterizedTest
  @MethodSource("ambiguousBodies")
  void t17_f80_bodyWithTwoEnds_getsOneAnswerAndTheEnd(String headersAndBody) throws IOException {
    String answer = exchange("GET / HTTP/1.1\r\nHost: x\r\n" + headersAndBody + SECOND.repeat(2));

    assertThat(answers(answer)).hasSizeLessThanOrEqualTo(1);
    assertThat(answer).doesNotContain("404 ");
  }

  static Stream<String> brokenHeads() {
    return Stream.of(
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x@y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x:port\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x, y\r\n\r\n",
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\r\nHost: x\n\r\n",
        "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX : a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\rb\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX(: a\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
        "GET /\r\n\r\n",
        "GET\r\n\r\n",
        "GE(T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\u0000GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("brokenHeads")
  void t17_f80_brokenHead_is400AndTheEnd(String head) throws IOException {
    String answer = exchange(head + SECOND.repeat(2));

    assertThat(answers(answer)).hasSize(1);
    assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*").doesNotContain("404 ");
  }

  /** What RFC 9112 lets a server read (2.2, 3, 5.2), and what can't be read in another way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n: empty\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
        "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
        "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
      })
  void t17_f80_oddHead_endsWhereItSeemsTo(String head) throws IOException {
    List<String> answers = answers(exchange(head + SECOND.repeat(2)));

    assertThat(answers).hasSize(3);
    assertThat(answers.get(0)).contains(" 200 OK");
    assertThat(answers.subList(1, 3)).allMatch(answer -> answer.contains(" 404 "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
        "GET / HTTQ/1.1\r\nHost: x\r\n\r\n",
        "GET / http/1.1\r\nHost: x\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
      })
  void t17_f80_otherProtocol_isTheEnd(String head) throws IOException {
    assertThat(exchange(head + SECOND)).contains(" 501 ").doesNotContain("404 ");
  }

  private static String exchange(String text) throws IOException {
    return Raw.exchange(served.port(), text);
  }

  private static List<String> answers(String text) {
    return Stream.of(text.split("(?=HTTP/1\\.[01] \\d\\d\\d )")).filter(a -> !a.isEmpty()).toList();
  }

  @Test
  void t15_headersOfProxiesAndOrigins_changeNoByte() throws IOException {
    StringBuilder odd = new StringBuilder("Origin: https://evil.example\r\n");
    for (String name :
        List.of("X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-For")) {
      odd.append(name).append(": evil.example\r\n");
    }
    for (String name :
        List.of("X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "Forwarded")) {
      odd.append(name).append(": /evil\r\n");
    }
    for (int i = 0; i < 50; i++) {
      odd.append("X-Odd-").append(i).append(": evil\r\n");
    }
    for (String path :
        List.of("/", "/one", "/one/embed", FEED, FEED + "/changes?limit=1", "/embed.js")) {
      assertThat(get(path, "evil.example", odd.toString())).as(path).isEqualTo(get(path, "x", ""));
    }
  }

  private static String get(String path, String host, String headers) throws IOException {
    return exchange(
            "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n"
                .formatted(path, host, headers))
        .replaceAll("(?m)^date: .*\r\n", "");
  }
}
