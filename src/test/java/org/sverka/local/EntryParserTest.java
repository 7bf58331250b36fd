package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryParserTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  private static String shown(SheetLocale locale, String typed) {
    EntryParser.Entry entry = new EntryParser(locale, CLOCK).read(typed);
    String kind = entry.value().getClass().getSimpleName();
    return kind + " " + new ValueFormatter(locale).show(entry.value(), entry.format());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "31.12.2026 | Numeric 31.12.2026",
        "1.2.2026 | Numeric 01.02.2026",
        "1.2 | Numeric 01.02.2026",
        "2026-01-02 | Numeric 2026-01-02",
        "31.12.2026 9:05 | Numeric 31.12.2026 9:05:00",
        "1,5 | Numeric 1,5",
        "1 234,5 | Numeric 1\u00a0234,50",
        "12% | Numeric 12%",
        "0042 | Numeric 42",
        "истина | Bool ИСТИНА",
        "31.02.2026 | Text 31.02.2026",
        "1.5.7.8 | Text 1.5.7.8",
        "1,2,3 | Text 1,2,3",
        "В работе | Text В работе",
        "'1,5 | Text 1,5"
      })
  void russian(String typed, String shown) {
    assertThat(shown(SheetLocale.RU_RU, typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12/31/2026 | Numeric 12/31/2026",
        "2020-01-01 | Numeric 2020-01-01",
        "1.5 | Numeric 1.5",
        "1,234.5 | Numeric 1,234.50",
        "$1.23 | Numeric $1.23",
        "1e5 | Numeric 1.00E+05",
        "TRUE | Bool TRUE",
        "13/13/2026 | Text 13/13/2026"
      })
  void american(String typed, String shown) {
    assertThat(shown(SheetLocale.EN_US, typed)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "=IMPORTDATA(\"http://x\")", "=", "==", "=\"=\""})
  void formula_orAloneTheSign(String typed) {
    CellValue value = new EntryParser(SheetLocale.RU_RU, CLOCK).read(typed).value();
    assertThat(value)
        .isInstanceOf(typed.length() > 1 ? CellValue.Formula.class : CellValue.Text.class);
  }

  @Test
  void arithmetic_isComputed_restIsAnHonestError() {
    assertThat(result("=4/2", SheetLocale.RU_RU)).isEqualTo(new CellValue.Numeric(2));
    assertThat(result("=-2^2", SheetLocale.RU_RU)).isEqualTo(new CellValue.Numeric(4));
    assertThat(result("=0.5*3", SheetLocale.EN_US)).isEqualTo(new CellValue.Numeric(1.5));
    assertThat(result("=1/0", SheetLocale.RU_RU)).extracting("type").isEqualTo("DIVIDE_BY_ZERO");
    for (String formula : new String[] {"=A1", "=0.5*3", "=0,5*3"}) {
      assertThat(result(formula, SheetLocale.RU_RU)).extracting("type").isEqualTo("ERROR");
    }
  }

  private static CellValue result(String formula, SheetLocale locale) {
    return Formulas.result(new CellValue.Formula(formula), locale);
  }
}
