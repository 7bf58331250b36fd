package org.sverka.rule;

import java.util.Locale;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/**
 * A text has no characters that can't be shown: control characters, bidi controls, replaced ones.
 */
public final class UnprintableCharacter implements CellRule {
  @Override
  public Optional<Finding> check(Column column, Cell cell) {
    String text = cell.text();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (isUnprintable(c)) {
        String code = String.format(Locale.ROOT, "U+%04X", c);
        String place = String.valueOf(text.codePointCount(0, i) + 1);
        return Optional.of(finding(Severity.ERROR, column.key(), column.header(), code, place));
      }
      i += Character.charCount(c);
    }
    return Optional.empty();
  }

  private static boolean isUnprintable(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return false;
    }
    int type = Character.getType(c);
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return bidi
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || c == 0xFFFD
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}
