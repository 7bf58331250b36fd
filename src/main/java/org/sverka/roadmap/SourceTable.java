package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sverka.text.Texts;

/**
 * The lines of an extracted document, each told apart by its look alone: blank, a table row (it has
 * tabs), or prose.
 */
final class SourceTable {
  /**
   * @param number from 1
   * @param cells of a table row, white space folded; of prose the one text
   * @param row whether it is a table row
   */
  record Line(int number, List<String> cells, boolean row) {
    /** All of it, for messages. */
    String shown() {
      String text = String.join(" | ", cells);
      return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    String cell(int index) {
      return cells.get(index);
    }

    boolean othersEmpty(int index) {
      for (int i = 0; i < cells.size(); i++) {
        if (i != index && !cells.get(i).isEmpty()) {
          return false;
        }
      }
      return true;
    }
  }

  private SourceTable() {}

  /** The lines that are not blank. */
  static List<Line> lines(String text) {
    String[] raw = text.split("\r\n|\r|\n", -1);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < raw.length; i++) {
      if (!raw[i].isBlank()) {
        boolean row = raw[i].indexOf('\t') >= 0;
        List<String> cells =
            row
                ? Arrays.stream(raw[i].split("\t", -1)).map(SourceTable::folded).toList()
                : List.of(folded(raw[i]));
        lines.add(new Line(i + 1, cells, row));
      }
    }
    return lines;
  }

  /** White space folded, nothing else touched: what was signed stays as it was signed. */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF') {
        space = !out.isEmpty();
      } else {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  static boolean same(String a, String b) {
    return Texts.same(a, b);
  }
}
