package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;

/** Methods, ranges, conditions and codings that are asked for wrongly, oddly or too often. */
class AnswerFaultsIT {
  private static final String FEED = "/api/v1/roadmaps/one";

  private static Served served;

  @BeforeAll
  static void start() {
    served = new Served(FakePublished.sample("one"));
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static String raw(String method, String path, String headers) throws IOException {
    return Raw.exchange(
        served.port(),
        "%s %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%s\r\n"
            .formatted(method, path, headers));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/one",
        "/one/measures/1.1",
        "/one/log",
        "/one/log/3",
        "/one/rules",
        "/one/embed",
        "/one/fragment",
        "/one/frame",
        "/one/changes.atom",
        "/one/changes.json",
        "/embed.js",
        "/openapi.json",
        "/schemas/feed.json",
        "/api/v1/roadmaps",
        FEED,
        FEED + "?section=7",
        FEED + "?section=x",
        FEED + ".csv",
        FEED + "/measures/1.1",
        FEED + "/summary",
        FEED + "/changes",
        FEED + "/changes.csv",
        FEED + "/changes/3",
        FEED + "/datapackage.json",
        FEED + "/meta.csv",
        FEED + "/structure.csv",
        "/nothing"
      })
  void f74_head_isGetWithoutItsBody(String path) {
    for (String coding : List.of("identity", "gzip", "br")) {
      HttpResponse<byte[]> get = served.bytes(path, "Accept-Encoding", coding);
      HttpResponse<String> head = served.send("HEAD", path, "Accept-Encoding", coding);

      assertThat(head.statusCode()).isEqualTo(get.statusCode());
      assertThat(head.body()).isEmpty();
      assertThat(header(head, "Content-Length")).isEqualTo(Integer.toString(get.body().length));
      assertThat(without(head)).isEqualTo(without(get));
    }
  }

  private static Set<String> without(HttpResponse<?> response) {
    Set<String> lines = new TreeSet<>();
    response.headers().map().forEach((name, values) -> lines.add(name + values));
    lines.removeIf(line -> line.startsWith("date["));
    return lines;
  }

  @Test
  void f74_options_tellEveryOriginWhatItMayDo() {
    HttpResponse<String> answer =
        served.send(
            "OPTIONS",
            FEED,
            "Origin",
            "https://city.example",
            "Access-Control-Request-Method",
            "GET",
            "Access-Control-Request-Headers",
            "if-none-match");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(answer, "Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
    assertThat(header(served.send("OPTIONS", "/one"), "Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW", "get"})
  void f74_otherMethods_areRefused(String method) throws IOException {
    for (String path : List.of("/", FEED, FEED + "/events", "/one/log", "/nothing")) {
      String answer = raw(method, path, "X-Secret: canary\r\n");

      assertThat(answer)
          .startsWith("HTTP/1.1 405 ")
          .containsIgnoringCase("\r\nallow: GET, HEAD, OPTIONS\r\n")
          .doesNotContain("canary");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-0",
        "bytes=-1",
        "bytes=5-2",
        "bytes=0-",
        "bytes=99999999999999999999-",
        "bytes=0-0,-1",
        "lines=1-2",
        "bytes",
        "=",
        "bytes=-",
        "thousand"
      })
  void f75_range_isPolitelyIgnored(String range) throws IOException {
    String whole = raw("GET", FEED, "");
    String asked = range.equals("thousand") ? "bytes=" + "0-0,".repeat(1_000) + "0-0" : range;

    String answer = raw("GET", FEED, "Range: " + asked + "\r\nIf-Range: \"x\"\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("accept-ranges: none");
    assertThat(body(answer)).isEqualTo(body(whole));
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "If-None-Match|TAG|304",
        "If-None-Match|W/TAG|304",
        "If-None-Match|*|304",
        "If-None-Match|\"x\", TAG|304",
        "If-None-Match|TAGTAG|304",
        "If-None-Match|\"x\"|200",
        "If-None-Match|x|200",
        "If-None-Match|,|200",
        "If-None-Match|\"|200",
        "If-None-Match|TAG-|304",
        "If-None-Match|W/|200",
        "If-Modified-Since|Mon, 01 Jan 1601 00:00:00 GMT|200",
        "If-Modified-Since|Fri, 31 Dec 9999 23:59:59 GMT|304",
        "If-Modified-Since|yesterday|200",
        "If-Modified-Since|-1|200",
        "If-Unmodified-Since|Mon, 01 Jan 1601 00:00:00 GMT|200"
      })
  void f76_conditions_areTrueOrTheWholeIsSent(String name, String value, int status)
      throws IOException {
    String tag = header(served.get(FEED), "ETag");

    String answer = raw("GET", FEED, name + ": " + value.replace("TAG", tag) + "\r\n");

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(body(answer).isBlank()).isEqualTo(status == 304);
  }

  @Test
  void f76_unchanged_saysWhatConnectionAndCachesAreToDoAndNoLength() throws IOException {
    String tag = header(served.get(FEED), "ETag");

    String answer = raw("GET", FEED, "If-None-Match: " + tag + "\r\n");

    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains("connection: close\r\n", "etag: ", "date: ", "vary: ", "cache-control: ")
        .doesNotContain("content-");
  }

  @Test
  void f76_asManyTagsAsFitIn_areAllLookedAt() throws IOException {
    String tag = header(served.get(FEED), "ETag");
    String many = "\"0\",".repeat(3_500);

    assertThat(raw("GET", FEED, "If-None-Match: " + many + tag + "\r\n"))
        .startsWith("HTTP/1.1 304");
    assertThat(raw("GET", FEED, "If-None-Match: " + many + "\r\n")).startsWith("HTTP/1.1 200 ");
    assertThat(raw("GET", FEED, "If-None-Match: " + many.repeat(3) + tag + "\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void t15_tagOfOneCoding_isNoTagOfAnother() {
    String plain = header(served.get(FEED), "ETag");
    String gzip = header(served.bytes(FEED, "Accept-Encoding", "gzip"), "ETag");

    assertThat(gzip).isNotEqualTo(plain);
    assertThat(served.get(FEED, "If-None-Match", gzip).statusCode()).isEqualTo(200);
    assertThat(served.get(FEED, "If-None-Match", plain, "Accept-Encoding", "gzip").statusCode())
        .isEqualTo(200);
    assertThat(served.get(FEED, "If-None-Match", gzip, "Accept-Encoding", "gzip").statusCode())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|gzip",
        "br|br",
        "gzip, br|br",
        "gzip;q=0|''",
        "identity;q=0|''",
        "identity;q=0, gzip|gzip",
        "*;q=0|''",
        "zstd|''",
        "gzip;q=nan|''",
        ";;;,,,===|''",
        "gzip;q=0, br;q=0, *;q=0|''"
      })
  void f77_coding_isOneThatTheClientTakes(String asked, String coding) throws IOException {
    HttpResponse<byte[]> plain = served.bytes(FEED);

    HttpResponse<byte[]> answer = served.bytes(FEED, "Accept-Encoding", asked);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Encoding")).isEqualTo(coding);
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "ETag").equals(header(plain, "ETag"))).isEqualTo(coding.isEmpty());
    if (!coding.equals("br")) {
      assertThat(unpacked(answer.body(), coding)).isEqualTo(plain.body());
    }
  }

  private static byte[] unpacked(byte[] bytes, String coding) throws IOException {
    return coding.isEmpty()
        ? bytes
        : new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
  }
}
