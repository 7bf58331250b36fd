package org.sverka.local;

import org.jspecify.annotations.Nullable;

/** What of a cell is pasted, under the API names. */
enum PasteType {
  PASTE_NORMAL,
  PASTE_VALUES,
  PASTE_FORMAT,
  PASTE_NO_BORDERS,
  PASTE_FORMULA,
  PASTE_DATA_VALIDATION,
  PASTE_CONDITIONAL_FORMATTING;

  /** Whether the look of a cell goes along. */
  boolean hasLook() {
    return this == PASTE_NORMAL || this == PASTE_FORMAT;
  }

  /** The cell after the other one, already moved to its place, was pasted over it. */
  Cell paste(Cell over, Cell copied, SheetLocale locale) {
    return switch (this) {
      case PASTE_NORMAL -> whole(over, copied);
      case PASTE_VALUES -> over.withEntered(value(copied, locale));
      case PASTE_FORMAT -> over.withFormat(copied.format()).withValidation(copied.validation());
      case PASTE_DATA_VALIDATION -> over.withValidation(copied.validation());
      default -> throw ApiException.unsupported("pasteType " + name());
    };
  }

  private static Cell whole(Cell over, Cell copied) {
    if (over.note() != null || copied.note() != null) {
      throw ApiException.unsupported("pasting cells with notes");
    }
    return copied;
  }

  private static @Nullable CellValue value(Cell copied, SheetLocale locale) {
    CellValue result = Formulas.result(copied.entered(), locale);
    if (result instanceof CellValue.Failure) {
      throw ApiException.unsupported("pasting the value of a formula that is not computed");
    }
    return result;
  }
}
