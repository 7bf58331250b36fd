package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ErrorValue;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sverka.sheet.Cell;

class CellReaderTest {
  @Test
  void nothing_isTheEmptyCell() {
    assertThat(CellReader.read(null)).isEqualTo(Cell.EMPTY);
    assertThat(CellReader.read(new CellData())).isEqualTo(Cell.EMPTY);
    assertThat(read(new ExtendedValue(), "")).isEqualTo(Cell.EMPTY);
    assertThat(read(new ExtendedValue().setStringValue(""), "")).isEqualTo(Cell.EMPTY);
  }

  @Test
  void text_staysAsItIs() {
    assertThat(read(new ExtendedValue().setStringValue(" =1+1\n"), "x"))
        .isEqualTo(Cell.text(" =1+1\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "46000, 46000",
    "0, 0",
    "-0.5, -0.5",
    "1e21, 1000000000000000000000",
    "1.1, 1.1",
    "1e5, 100000"
  })
  void number_isPlainDecimal(double number, String text) {
    assertThat(read(new ExtendedValue().setNumberValue(number), "9"))
        .isEqualTo(new Cell(Cell.Kind.NUMBER, text));
  }

  @Test
  void noNumber_isRefused() {
    assertThatExceptionOfType(NumberFormatException.class)
        .isThrownBy(
            () -> read(new ExtendedValue().setNumberValue(Double.POSITIVE_INFINITY), "inf"));
  }

  @Test
  void truth_isAWord() {
    assertThat(read(new ExtendedValue().setBoolValue(true), "ИСТИНА"))
        .isEqualTo(new Cell(Cell.Kind.BOOLEAN, "TRUE"));
    assertThat(read(new ExtendedValue().setBoolValue(false), "ЛОЖЬ"))
        .isEqualTo(new Cell(Cell.Kind.BOOLEAN, "FALSE"));
  }

  @Test
  void formula_isTheFormulaAndNotItsResult() {
    assertThat(read(new ExtendedValue().setFormulaValue("=A1"), "В работе"))
        .isEqualTo(new Cell(Cell.Kind.FORMULA, "=A1"));
  }

  @Test
  void resultThatSpilledOver_isAFormulaToo() {
    assertThat(CellReader.read(new CellData().setFormattedValue("В работе")))
        .isEqualTo(new Cell(Cell.Kind.FORMULA, "=В работе"));
  }

  @Test
  void errorValue_isWhatTheSheetShows() {
    ExtendedValue error =
        new ExtendedValue().setErrorValue(new ErrorValue().setType("N_A").setMessage("…"));

    assertThat(read(error, "#N/A")).isEqualTo(new Cell(Cell.Kind.ERROR, "#N/A"));
    assertThat(read(error, "")).isEqualTo(new Cell(Cell.Kind.ERROR, "#ERROR!"));
  }

  @Test
  void halfACharacter_becomesAQuestionMark() {
    assertThat(read(new ExtendedValue().setStringValue("a\uD800b"), ""))
        .isEqualTo(Cell.text("a?b"));
    assertThat(read(new ExtendedValue().setStringValue("😀"), "")).isEqualTo(Cell.text("😀"));
  }

  private static Cell read(ExtendedValue value, String shown) {
    return CellReader.read(new CellData().setUserEnteredValue(value).setFormattedValue(shown));
  }
}
