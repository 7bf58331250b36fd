package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class A1Test {
  private static final Workbook BOOK =
      new Workbook(
          "x",
          new WorkbookProperties("t", "en_US", "Etc/GMT", "ON_CHANGE"),
          List.of(tab(0, "Sheet1"), tab(1, "D3"), tab(2, "Jon's Data"), tab(3, "План")),
          List.of(),
          1,
          1,
          Instant.EPOCH,
          Instant.EPOCH);

  private static Tab tab(int id, String title) {
    return Tab.blank(id, TabProperties.titled(title), 1000, 26);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Sheet1'!D4 | Sheet1!D4",
        "sheet1!D4:D4 | Sheet1!D4",
        "Sheet1 | Sheet1!A1:Z1000",
        "A:B | Sheet1!A1:B1000",
        "2:3 | Sheet1!A2:Z3",
        "A5:B | Sheet1!A5:B1000",
        "B2:A1 | Sheet1!A1:B2",
        "A1:ZZ99999 | Sheet1!A1:Z1000",
        "D3 | Sheet1!D3",
        "'D3' | 'D3'!A1:Z1000",
        "'Jon''s Data'!A1 | 'Jon''s Data'!A1",
        "План!$A$1:$B$2 | План!A1:B2",
        "R2C3 | Sheet1!C2",
        "Sheet1!R1C1:R2C2 | Sheet1!A1:B2"
      })
  void range_isEchoedAsGoogleEchoesIt(String text, String echo) {
    A1.Area area = A1.find(BOOK, text);
    assertThat(A1.text(area.tab(), area.onGrid())).isEqualTo(echo);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nope!A1",
        "'Sheet1",
        "Sheet1!",
        "A1:B2:C3",
        "Sheet1!A",
        "",
        "Sheet1!1",
        "''!A1",
        "'Sheet1'A1"
      })
  void nonsense_isRefused_withItsText(String text) {
    assertThatThrownBy(() -> A1.find(BOOK, text)).hasMessage("Unable to parse range: " + text);
  }

  @Test
  void startBeyondTheGrid_isRefused() {
    assertThatThrownBy(() -> A1.find(BOOK, "D9037").onGrid())
        .hasMessage("Range (Sheet1!D9037) exceeds grid limits. Max rows: 1000, max columns: 26");
  }
}
