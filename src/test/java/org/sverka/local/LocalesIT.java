package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locales of which a part is known; {@code SpreadsheetTest.test_timezone_and_locale}. */
class LocalesIT {
  @TempDir Path directory;
  private LocalServerFixture server;

  @BeforeEach
  void start() {
    server = new LocalServerFixture(directory);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String update(String properties, String fields) {
    return "{'updateSpreadsheetProperties':{'properties':{"
        + properties
        + "},'fields':'"
        + fields
        + "'}}";
  }

  @Test
  void localeAndZone_areChanged() throws Exception {
    RawSheet sheet = RawSheet.create(server, "en_US");
    sheet.type("A1", "[['1.5',true]]");
    sheet.batch(
        update("'timeZone':'Europe/Paris'", "timeZone"), update("'locale':'fr_FR'", "locale"));
    assertThat(RawSheet.text(sheet.restarted().get("properties(locale,timeZone)")))
        .isEqualTo("{'properties':{'locale':'fr_FR','timeZone':'Europe/Paris'}}");
    assertThat(sheet.values("A1:B1")).isEqualTo("[['1,5','VRAI']]");
  }

  @Test
  void spreadsheetWithDates_keepsItsLocale() throws Exception {
    RawSheet sheet = RawSheet.create(server, "en_US");
    sheet.type("A1", "[['1/2/2026']]");
    assertThat(sheet.refused(update("'locale':'fr_FR'", "locale"))).startsWith("501 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de_DE | 1,5 | 1,5",
        "de_DE | wahr | WAHR",
        "de_DE | 12% | 12%",
        "en_GB | 1.5 | 1.5",
        "es_ES | 2026-01-02 | 2026-01-02",
        "it_IT | testo | testo",
        "fr_FR | -0,25 | -0,25"
      })
  void certainEntry_isRead(String locale, String typed, String shown) throws Exception {
    RawSheet sheet = RawSheet.create(server, locale);
    sheet.type("A1", "[['" + typed + "']]");
    assertThat(sheet.values("A1")).isEqualTo("[['" + shown + "']]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.2026", "1.234", "12:30", "5 mai 2026", "1/2"})
  void uncertainEntry_isDeclined(String typed) throws Exception {
    RawSheet sheet = RawSheet.create(server, "de_DE");
    assertThat(RawSheet.refusal(sheet.entered("A1", typed))).startsWith("501 ");
  }

  @Test
  void groupedNumbers_areDeclined_whereTheSignIsNotCertain() throws Exception {
    RawSheet sheet = RawSheet.create(server, "fr_FR");
    assertThat(
            sheet.refused(
                "{'repeatCell':{'range':{'sheetId':0},'cell':{'userEnteredFormat':{'numberFormat':"
                    + "{'type':'NUMBER','pattern':'#,##0'}}},'fields':'userEnteredFormat.numberFormat'}}"))
        .startsWith("501 ");
  }
}
