package org.sverka.rule;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;

/** No word mixes Latin letters with Cyrillic ones that look the same. */
public final class MixedAlphabet implements CellRule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Optional<Finding> check(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Text && CellRule.isPlain(cell)
        ? firstMixed(cell.text())
            .map(word -> finding(column.key(), column.header(), Excerpt.of(word)))
        : Optional.empty();
  }

  /** The first word with letters of both alphabets side by side; a hyphen parts words. */
  static Optional<String> firstMixed(String text) {
    int start = 0;
    boolean latin = false;
    boolean cyrillic = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetter(c)) {
        UnicodeScript script = UnicodeScript.of(c);
        latin |= script == UnicodeScript.LATIN;
        cyrillic |= script == UnicodeScript.CYRILLIC;
      } else {
        if (latin && cyrillic) {
          return Optional.of(text.substring(start, i));
        }
        latin = false;
        cyrillic = false;
        start = i + 1;
      }
    }
    return Optional.empty();
  }
}
