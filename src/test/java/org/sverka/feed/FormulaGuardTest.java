package org.sverka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet reads out of our CSV is never a formula, and always what was in it. */
class FormulaGuardTest {
  private static final Pattern TRIGGER =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]|^[\\t\\r\\n]");
  private static final Pattern NUMBER_AND_MORE = Pattern.compile("[-+]?\\d+([.,]\\d+)?\"?(,.*)?");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d+)?");

  @Provide
  Arbitrary<List<String>> cells() {
    Arbitrary<String> hostile =
        Arbitraries.of(
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            ";",
            ",",
            "'",
            "\"",
            " ",
            "\u00A0",
            "\uFEFF",
            "\u200B",
            "=1+1",
            "=HYPERLINK(\"https://evil.example\";\"x\")",
            "|' /C calc'!A0",
            "＝1",
            "5",
            "12,5",
            "проведён форум",
            "https://example.org/",
            "sep=;",
            "ы",
            "\uD83D\uDE80");
    Arbitrary<String> number = Arbitraries.integers().between(-99_999, 99_999).map(String::valueOf);
    return Arbitraries.frequencyOf(
            Tuple.of(9, hostile.list().ofMaxSize(6).map(p -> String.join("", p))),
            Tuple.of(1, number))
        .list()
        .ofSize(100);
  }

  @Property(tries = 1_000)
  void t1_hundredThousandCells_holdNoFormulaAndComeBack(@ForAll("cells") List<String> cells)
      throws IOException {
    List<String> read = read(write(cells), ',');

    for (int i = 0; i < cells.size(); i++) {
      String cell = read.get(i);
      if (!NUMBER.matcher(cell).matches()) {
        assertThat(TRIGGER.matcher(cell).find()).as(cell).isFalse();
      }
      assertThat(FormulaGuard.unguard(cell)).isEqualTo(cells.get(i));
    }
  }

  @Property(tries = 300)
  void t1_spreadsheetThatExpectsOtherSeparators_findsNoFormulaEither(
      @ForAll("cells") List<String> cells) {
    String file = new String(write(cells), StandardCharsets.UTF_8);

    for (String piece : file.split("[;\\t\\r\\n]")) {
      String cell = piece.replaceAll("^\"", "");
      if (!NUMBER_AND_MORE.matcher(cell).matches()) {
        assertThat(TRIGGER.matcher(cell).find()).as(cell).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+7", "-12,50", "3.14", "0", "-0"})
  void t1_numbers_stayNumbers(String number) {
    assertThat(FormulaGuard.guard(number)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=1+1|'=1+1",
        "+7 812 000-00-00|'+7 812 000-00-00",
        "-2+3+cmd|'-2+3+cmd",
        "- первый пункт|'- первый пункт",
        "'=1|''=1",
        "'так'|''так'",
        "форум; =1|форум;' =1",
        "форум - встреча|форум - встреча"
      })
  void text_isGuardedByAnApostrophe(String text, String guarded) {
    assertThat(FormulaGuard.guard(text)).isEqualTo(guarded);
    assertThat(FormulaGuard.unguard(guarded)).isEqualTo(text);
  }

  @Property(tries = 1_000)
  void guardedText_isNoLongerThanTheTableAllows(@ForAll("cells") List<String> cells) {
    for (String cell : cells) {
      assertThat(FormulaGuard.guard(cell).length())
          .as(cell)
          .isLessThanOrEqualTo(FormulaGuard.longest(cell.length()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "=;=;=", "';';'", "-\n-\n-"})
  void textOfTriggersAlone_isAsLongAsTheTableAllows(String text) {
    assertThat(FormulaGuard.guard(text)).hasSize(FormulaGuard.longest(text.length()));
  }

  private static byte[] write(List<String> cells) {
    List<List<Object>> rows = new ArrayList<>();
    cells.forEach(cell -> rows.add(List.of(cell, 1)));
    return Csv.table(List.of("cell", "n"), rows);
  }

  private static List<String> read(byte[] csv, char separator) throws IOException {
    CsvMapper mapper = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    List<String> cells = new ArrayList<>();
    try (MappingIterator<String[]> rows =
        mapper
            .readerFor(String[].class)
            .with(mapper.schema().withColumnSeparator(separator))
            .readValues(csv)) {
      rows.next();
      while (rows.hasNext()) {
        cells.add(rows.next()[0]);
      }
    }
    return cells;
  }
}
