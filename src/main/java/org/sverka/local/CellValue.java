package org.sverka.local;

/** What a cell can hold: Google's {@code ExtendedValue}. */
sealed interface CellValue {

  /** A number; dates and times are numbers too, counted in days since 30 December 1899. */
  record Numeric(double value) implements CellValue {}

  /** Text, kept exactly as given, also where it begins with an equals sign. */
  record Text(String value) implements CellValue {}

  /** A truth value. */
  record Bool(boolean value) implements CellValue {}

  /** A formula with its leading equals sign. Only ever entered, never a result. */
  record Formula(String source) implements CellValue {}

  /** The result of a formula that has none. */
  record Failure(String type, String message) implements CellValue {

    /** How the sheet shows it. */
    String shown() {
      return switch (type) {
        case "DIVIDE_BY_ZERO" -> "#DIV/0!";
        case "N_A" -> "#N/A";
        case "LOADING" -> "Loading...";
        case "NULL_VALUE" -> "#NULL!";
        case "NAME" -> "#NAME?";
        case "ERROR" -> "#ERROR!";
        default -> "#" + type + "!";
      };
    }
  }
}
