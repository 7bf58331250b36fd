package org.sverka.rule;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
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
  public List<Finding> check(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Text && CellRule.isPlain(cell)
        ? found(column, mixed(cell.text()).stream().map(Excerpt::of).distinct().toList())
        : List.of();
  }

  /** The words with letters of both alphabets side by side; a hyphen parts words. */
  static List<String> mixed(String text) {
    List<String> words = new ArrayList<>();
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
          words.add(text.substring(start, i));
        }
        latin = false;
        cyrillic = false;
        start = i + 1;
      }
    }
    return words;
  }
}
