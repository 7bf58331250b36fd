package org.sverka.local.xlsx;

import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Makes a value of what stands in the XML of a cell (ECMA-376, part 1, 18.3.1.4 and 18.18.11). */
final class CellReader {
  private final SharedStrings strings;
  private final Moments moments;
  private int cells;

  CellReader(SharedStrings strings, Moments moments) {
    this.strings = strings;
    this.moments = moments;
  }

  /**
   * The cell's value.
   *
   * @param type the attribute {@code t}
   * @param style the attribute {@code s}
   * @param formula whether the cell has one
   * @param text what stands in {@code v} or {@code is}
   */
  FileCell read(String type, int style, boolean formula, String text) {
    FileCell cell = formula ? new FileCell.Formula() : value(type, style, text);
    if (!cell.equals(FileCell.BLANK)) {
      cells++;
      if (cells > FileLimits.MOST_CELLS) {
        throw Words.refusal("too-large");
      }
    }
    return cell;
  }

  private FileCell value(String type, int style, String text) {
    return switch (type) {
      case "s" -> text(strings.getItemAt(Integer.parseInt(text.strip())).getString());
      case "inlineStr", "str" -> text(unescaped(text));
      case "b" -> new FileCell.Bool(text.strip().equals("1") || text.strip().equals("true"));
      case "e" -> new FileCell.Failure(text);
      // ISO 8601 in strict files and nowhere else; read as the text it is.
      case "d" -> text(text);
      default -> text.isBlank() ? FileCell.BLANK : moments.number(finite(text), style);
    };
  }

  private static double finite(String text) {
    double value = Double.parseDouble(text.strip());
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static FileCell text(String text) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    return lines.isEmpty() ? FileCell.BLANK : new FileCell.Text(lines);
  }

  /** Characters that XML can't hold are written as {@code _x0001_} (18.4.12). */
  private static String unescaped(String text) {
    return text.contains("_x") ? new XSSFRichTextString(text).getString() : text;
  }
}
