package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaReferencesTest {

  private static String shifted(String formula, Shift shift) {
    return FormulaReferences.shifted(
        formula, shift, 0, name -> name.isEmpty() || name.equals("Дорожная карта"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=A1+$B$5 | =A1+$B$6",
        "=SUM(A1:B9) | =SUM(A1:B10)",
        "=SUM(A:A) | =SUM(A:A)",
        "=SUM($3:4) | =SUM($4:5)",
        "='Дорожная карта'!C7&Другой!C7 | ='Дорожная карта'!C8&Другой!C7",
        "=\"A7\"&LOG10(A7) | =\"A7\"&LOG10(A8)",
        "=1+1 | =1+1"
      })
  void insertAboveRowThree_movesWhatIsBelow(String before, String after) {
    assertThat(shifted(before, new Shift.Insert(Dimension.ROWS, 2, 1))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "=A3 | =#REF!",
        "=A4 | =A3",
        "=SUM(A1:A3) | =SUM(A1:A2)",
        "=SUM(B3:B3) | =SUM(#REF!)"
      })
  void deletedRow_leavesAnErrorOrALesserRange(String before, String after) {
    assertThat(shifted(before, new Shift.Delete(Dimension.ROWS, 2, 3))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"=A2 | =A4", "=A3 | =A2", "=$C$4 | =$C$3"})
  void movedRow_isFollowed(String before, String after) {
    assertThat(shifted(before, new Shift.Move(Dimension.ROWS, 1, 2, 3, 10))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"=C1 | =D1", "=SUM(A:C) | =SUM(A:D)", "=5:6 | =5:6"})
  void insertedColumn_movesWhatIsRight(String before, String after) {
    assertThat(shifted(before, new Shift.Insert(Dimension.COLUMNS, 1, 1))).isEqualTo(after);
  }
}
