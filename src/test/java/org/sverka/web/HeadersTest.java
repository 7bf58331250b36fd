package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.feed.QueryException;

/** How headers and queries are read. */
class HeadersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|true",
        "GZIP|true",
        "gzip, deflate, br|true",
        "deflate, gzip;q=0.5|true",
        "*|true",
        "gzip;q=0|false",
        "gzip;q=0.000|false",
        "*;q=0|false",
        "br|false",
        "''|false",
        "identity|false",
        "gzip;q=0.5, identity|false",
        "gzip;q=0.5, identity;q=0.5|true",
        "gzip;q=x|false",
        "gzip;q=1.000;foo=bar|true",
        "gzip;foo=bar|true",
        "gzip;foo=bar;q=0|false",
        "gzip;q=2|false",
        "notgzip|false",
        "gzip;q=0, *|false",
        ";;,,=|false",
        "identity;q=0|false"
      })
  void acceptEncoding_isTakenByItsWord(String header, boolean gzip) {
    assertThat(AcceptEncoding.read(header).gzip()).isEqualTo(gzip);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br|true",
        "gzip, deflate, br|true",
        "gzip, br|true",
        "gzip;q=0.5, br;q=0.5|true",
        "gzip;q=0.9, br;q=0.5|false",
        "br;q=0|false",
        "br;q=0, *|false",
        "*|true",
        "identity, br;q=0.9|false",
        "brotli|false",
        "gzip|false"
      })
  void brotli_isPreferredWhereTheClientDoesNotPreferOthers(String header, boolean brotli) {
    assertThat(AcceptEncoding.read(header).brotli()).isEqualTo(brotli);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"17-ab\"|true",
        "W/\"17-ab\"|true",
        "*|true",
        "\"x\", \"17-ab\"|true",
        "\"x\",W/\"17-ab\" , \"y\"|true",
        "\"17-abc\"|false",
        "17-ab|false",
        "\"17-ab|false",
        "''|false",
        "\"x|false",
        ",,,|false",
        "w/\"17-ab\"|false",
        "\"a,\"17-ab\"|false"
      })
  void ifNoneMatch_comparesWeakly(String header, boolean match) {
    assertThat(EntityTags.match(header, "\"17-ab\"")).isEqualTo(match);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"17-ab\"|true",
        "*|true",
        "\"x\", \"17-ab\"|true",
        "W/\"17-ab\"|false",
        "\"17-abc\"|false",
        "''|false"
      })
  void ifMatch_comparesStrongly(String header, boolean match) {
    assertThat(EntityTags.matchStrongly(header, "\"17-ab\"")).isEqualTo(match);
  }

  @Test
  void thousandsOfTags_areReadInNoTime() {
    String many = "\"x\", ".repeat(10_000);

    assertThat(EntityTags.match(many + "\"17-ab\"", "\"17-ab\"")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mon, 23 Nov 2026 09:15:02 GMT|true",
        "Mon, 23 Nov 2026 09:15:01 GMT|false",
        "Fri, 31 Dec 9999 23:59:59 GMT|true",
        "Mon, 01 Jan 1601 00:00:00 GMT|false",
        "yesterday|false",
        "''|false",
        "Tue, 23 Nov 2026 09:15:02 GMT|false",
        "Monday, 23-Nov-26 09:15:02 GMT|true",
        "Monday, 23-Nov-26 09:15:01 GMT|false",
        "Sunday, 06-Nov-94 08:49:37 GMT|false",
        "Tuesday, 23-Nov-27 09:15:02 GMT|true",
        "Mon Nov 23 09:15:02 2026|true",
        "Mon Nov 23 09:15:01 2026|false",
        "Sun Nov  6 08:49:37 1994|false",
        "Sat Nov  6 08:49:37 2027|true"
      })
  void ifModifiedSince_countsInSeconds(String header, boolean unchanged) {
    Instant modified = Instant.parse("2026-11-23T09:15:02Z");

    assertThat(HttpDates.notModifiedSince(header, modified)).isEqualTo(unchanged);
    assertThat(HttpDates.write(modified)).isEqualTo("Mon, 23 Nov 2026 09:15:02 GMT");
  }

  @Test
  void ifModifiedSince_ofAMomentWithinASecond_takesNothingFetchedInItForCurrent() {
    Instant modified = Instant.parse("2026-11-23T09:15:02.900Z");

    assertThat(HttpDates.write(modified)).isEqualTo("Mon, 23 Nov 2026 09:15:02 GMT");
    assertThat(HttpDates.notModifiedSince("Mon, 23 Nov 2026 09:15:02 GMT", modified)).isFalse();
    assertThat(HttpDates.notModifiedSince("Mon, 23 Nov 2026 09:15:03 GMT", modified)).isTrue();
  }

  @Test
  void query_isDecodedOnce() {
    assertThat(Query.parse("q=%D0%B5%D0%B6+%2B&section=7&x=%2541"))
        .isEqualTo(Map.of("q", "еж +", "section", "7", "x", "%41"));
    assertThat(Query.parse(null)).isEmpty();
    assertThat(Query.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "=1",
        "a=1&a=2",
        "a=1&",
        "&a=1",
        "a=%",
        "a=%4",
        "a=%g0",
        "a=%+1",
        "a=%\uFF11\uFF11",
        "a=%80",
        "a=%c0%af",
        "a=%ed%a0%80",
        "a=%00",
        "a=%0a",
        "a=%7f",
        "a=\u0444"
      })
  void query_thatIsNone_isRefused(String query) {
    assertThatThrownBy(() -> Query.parse(query)).isInstanceOf(QueryException.class);
  }
}
