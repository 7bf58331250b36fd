package org.sverka.sync;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.PublicForm;

/** How cells read in the log. */
final class Shown {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);

  private Shown() {}

  /** A cell as a person sees it: a serial date as the day it stands for. */
  static String cell(Column column, Cell cell) {
    return column.type() instanceof ColumnType.Date && cell.kind() == Cell.Kind.NUMBER
        ? PublicForm.date(cell).map(DAY::format).orElse(cell.text())
        : cell.text();
  }

  /** What the site shows, in the words of the sheet. */
  static String published(Column column, String value) {
    if (column.type() instanceof ColumnType.Choice choice) {
      return choice.options().stream()
          .filter(option -> option.key().equals(value))
          .map(ColumnType.Option::label)
          .findFirst()
          .orElse(value);
    }
    return column.type() instanceof ColumnType.Date && !value.isEmpty()
        ? DAY.format(LocalDate.parse(value))
        : value;
  }

  /** A whole row: the columns that hold something, each with its header. */
  static String row(Charter charter, Map<String, Cell> cells) {
    StringBuilder out = new StringBuilder();
    for (Column column : charter.contentColumns()) {
      Cell cell = cells.getOrDefault(column.key(), Cell.EMPTY);
      if (!cell.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n");
        out.append(column.header()).append(": ").append(cell(column, cell));
      }
    }
    return out.toString();
  }

  /** The cells of a whole row as {@link #row} shows it, by key. */
  static Map<String, String> cells(Charter charter, String row) {
    Map<String, String> cells = new LinkedHashMap<>();
    String key = "";
    for (String line : row.split("\n", -1)) {
      String text = line;
      for (Column column : charter.contentColumns()) {
        String start = column.header() + ": ";
        if (line.startsWith(start) && !cells.containsKey(column.key())) {
          key = column.key();
          text = line.substring(start.length());
        }
      }
      cells.merge(key, text, (above, below) -> above + "\n" + below);
    }
    return cells;
  }
}
