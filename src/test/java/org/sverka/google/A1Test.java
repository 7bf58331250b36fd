package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class A1Test {
  @ParameterizedTest
  @CsvSource({"0,A", "25,Z", "26,AA", "51,AZ", "52,BA", "701,ZZ", "702,AAA", "18277,ZZZ"})
  void column_hasItsLetters(int column, String letters) {
    assertThat(A1.letters(column)).isEqualTo(letters);
  }

  @Test
  void cell_isCountedFromOne() {
    assertThat(A1.cell(6, 1)).isEqualTo("B7");
  }

  @Test
  void title_isAlwaysQuotedAndItsQuotesDoubled() {
    assertThat(A1.column("Q1", 0)).isEqualTo("'Q1'!A:A");
    assertThat(A1.column("d'Artagnan", 27)).isEqualTo("'d''Artagnan'!AB:AB");
  }

  @Test
  void links_leadToSpreadsheetTabAndCell() {
    SheetLink google = SheetLink.of(Fixture.settings(GoogleSettings.SHEETS_ROOT, "key.json"));
    SheetLink embedded = SheetLink.of(Fixture.settings("http://localhost:8082", ""));

    assertThat(google.spreadsheet())
        .isEqualTo("https://docs.google.com/spreadsheets/d/roadmap/edit");
    assertThat(google.cell(7, 6, 1))
        .isEqualTo("https://docs.google.com/spreadsheets/d/roadmap/edit#gid=7&range=B7");
    assertThat(embedded.tab(7))
        .isEqualTo("http://localhost:8082/spreadsheets/d/roadmap/edit#gid=7");
  }
}
