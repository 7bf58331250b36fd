package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.FakePublished;

/** Addresses that nobody types by mistake. */
class AddressFaultsIT {
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

  private static String get(String target) throws IOException {
    return Raw.exchange(
        served.port(), "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }

  private static int status(String answer) {
    assertThat(answer).matches("(?s)HTTP/1\\.[01] .*");
    return Integer.parseInt(answer.substring(9, 12));
  }

  static Stream<String> broken() {
    String many =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "p" + i + "=canary")
            .collect(Collectors.joining("&"));
    return Stream.of(
        "?q=%",
        "?q=%4",
        "?q=%zzcanary",
        "?q=%uFF1C",
        "?q=%00canary",
        "?q=canary%0d%0aSet-Cookie:%20a=b",
        "?q=%c0%afcanary",
        "?q=%ed%a0%80",
        "?q=%f4%90%80%80",
        "?q=%ff",
        "?q=canary&q=canary",
        "?q=canary&q=canary2&section=7",
        "?<script>canary</script>=1",
        "?section=canary",
        "?year=canary",
        "?body=<b>canary",
        "?canary",
        "?=canary",
        "?&&&canary",
        "?q=" + "canary".repeat(40),
        "?q=" + "c".repeat(4_096),
        "?q=" + "c".repeat(65_536),
        "?" + many,
        "?" + many.substring(0, 7_000),
        "/canary",
        "/measures/canary",
        "/changes/canary",
        "/changes?measure=canary",
        "%00canary",
        "%ffcanary");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void f78_brokenAddress_isRefusedWithoutAnEcho(String tail) throws IOException {
    for (String path : new String[] {FEED, "/one"}) {
      String answer = get(path + tail);

      assertThat(status(answer)).isIn(400, 404, 414, 431);
      assertThat(answer).doesNotContain("canary").doesNotContain("Set-Cookie");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../..",
        "..%2f..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "%252e%252e%252fetc%252fpasswd",
        "..%5c..%5cwindows%5cwin.ini",
        "..\\..\\windows\\win.ini",
        "..;/..;/etc/passwd",
        "./feed.json",
        "/feed.json",
        "feed.json/",
        "feed.json;x=1",
        "feed.json%00.png",
        "feed.json%2f",
        "bar%2F..%2Ffeed.json",
        "bar/../feed.json",
        "..%c0%af..%c0%afetc/passwd",
        "..%u2215etc",
        "FEED.JSON",
        "~/feed.json",
        "messages_ru.properties",
        "../page/messages_ru.properties",
        "%2e%2e%2fpage%2fmessages_ru.properties"
      })
  void f79_wayOutOfAFolder_leadsNowhereAndBreaksNothing(String tail) throws IOException {
    for (String folder : new String[] {"/schemas/", "/assets/", "/embed/", FEED + "/measures/"}) {
      assertThat(status(get(folder + tail))).as(folder + tail).isIn(400, 404);
    }
    assertThat(status(get("/schemas/feed.json"))).isEqualTo(200);
    assertThat(status(get(FEED + "/measures/1.1"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/changes?limit=-1",
        "/changes?limit=0",
        "/changes?limit=501",
        "/changes?limit=9223372036854775808",
        "/changes?limit=1e9",
        "/changes?limit=NaN",
        "/changes?limit=0x10",
        "/changes?limit=%D9%A1",
        "/changes?limit=+1",
        "/changes?after=-1",
        "/changes?after=9223372036854775808",
        "/changes?after=9223372036854775807",
        "/changes?after=1e9",
        "/changes?offset=1",
        "/changes?since=99999-01-01",
        "/changes?since=NaN",
        "/changes?until=-1",
        "/changes.csv?limit=-1",
        "?since=-1",
        "?since=99",
        "?since=9223372036854775808",
        "?since=NaN",
        "?since=1e9",
        "?at=0",
        "?at=99",
        "?at=9999-12-31",
        "?at=2026-02-30",
        "?at=-1",
        "?at=9223372036854775808",
        "?since=9&at=3",
        "?limit=1"
      })
  void f81_numberOutOfBounds_isRefused(String query) throws IOException {
    assertThat(status(get(FEED + query))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/changes?after=11", "/changes?after=999999"})
  void f81_placeBehindTheEnd_isAnEmptyPage(String query) throws IOException {
    assertThat(get(FEED + query))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("{\"entries\":[],\"next\":null}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?before=-1", "?before=1e9", "?before=9223372036854775808", "?page=2"})
  void f81_numberOutOfBounds_isRefusedOnThePageToo(String query) throws IOException {
    assertThat(status(get("/one/log" + query))).isEqualTo(400);
  }
}
