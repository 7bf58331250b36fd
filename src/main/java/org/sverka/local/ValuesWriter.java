package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes lists of values into a tab, as they are or as if a person had typed them. */
final class ValuesWriter {

  /** {@code valueInputOption}. */
  enum Input {
    RAW,
    USER_ENTERED
  }

  /**
   * What was written.
   *
   * @param range all that the values covered
   * @param rows the rows in which a cell was written
   * @param columns the columns in which a cell was written
   */
  record Written(GridRange range, Set<Integer> rows, Set<Integer> columns, int cells) {

    Written {
      rows = Set.copyOf(rows);
      columns = Set.copyOf(columns);
    }

    ObjectNode json(Workbook book) {
      ObjectNode json = Json.object();
      json.put("spreadsheetId", book.id());
      json.put("updatedRange", A1.text(book.grid(range.sheetId()), range));
      put(json, "updatedRows", rows.size());
      put(json, "updatedColumns", columns.size());
      put(json, "updatedCells", cells);
      return json;
    }

    /** Adds up what several writes did; a row or column that was written twice counts once. */
    static void putTotals(ObjectNode json, List<Written> all) {
      Set<Long> rows = new HashSet<>();
      Set<Long> columns = new HashSet<>();
      Set<Integer> tabs = new HashSet<>();
      int cells = 0;
      for (Written written : all) {
        long tab = (long) written.range.sheetId() << Integer.SIZE;
        written.rows.forEach(row -> rows.add(tab + row));
        written.columns.forEach(column -> columns.add(tab + column));
        tabs.add(written.range.sheetId());
        cells += written.cells;
      }
      put(json, "totalUpdatedRows", rows.size());
      put(json, "totalUpdatedColumns", columns.size());
      put(json, "totalUpdatedCells", cells);
      put(json, "totalUpdatedSheets", tabs.size());
    }

    private static void put(ObjectNode json, String name, int count) {
      if (count > 0) {
        json.put(name, count);
      }
    }
  }

  private final WorkbookDraft book;
  private final Input input;
  private final EntryParser parser;

  ValuesWriter(WorkbookDraft book, Input input) {
    this.book = book;
    this.input = input;
    this.parser = book.entries();
  }

  /** Writes from the range's corner on; a range of several cells must hold it all. */
  Written write(A1.Area area, Dimension major, JsonNode values) {
    TabDraft tab = book.grid(area.tab().id());
    GridRange range = area.onGrid();
    int height = major == Dimension.ROWS ? values.size() : longest(values);
    int width = major == Dimension.ROWS ? longest(values) : values.size();
    if (!area.oneCell()) {
      requireInside(area.tab(), range, height, width);
    }
    GridRange target = extent(range, height, width);
    if (target.endRow() > tab.rowCount() || target.endColumn() > tab.columnCount()) {
      throw A1.beyond(area.tab(), target);
    }
    return writeAt(tab, target, major, values);
  }

  /** Writes into a range that lies on the grid and holds the values. */
  Written writeAt(TabDraft tab, GridRange target, Dimension major, JsonNode values) {
    Set<Integer> rows = new HashSet<>();
    Set<Integer> columns = new HashSet<>();
    int cells = 0;
    for (int i = 0; i < values.size(); i++) {
      for (int j = 0; j < values.get(i).size(); j++) {
        JsonNode value = values.get(i).get(j);
        if (value.isNull()) {
          continue;
        }
        int row = target.startRow() + (major == Dimension.ROWS ? i : j);
        int column = target.startColumn() + (major == Dimension.ROWS ? j : i);
        if (value.isContainerNode()) {
          throw ApiException.invalid("Invalid values[" + i + "][" + j + "]: " + container(value));
        }
        tab.put(row, column, cell(tab.cell(row, column), value));
        rows.add(row);
        columns.add(column);
        cells++;
      }
    }
    return new Written(target, rows, columns, cells);
  }

  private static String container(JsonNode value) {
    return (value.isArray() ? "list_value " : "struct_value ") + value;
  }

  static int longest(JsonNode values) {
    int longest = 0;
    for (JsonNode line : values) {
      longest = Math.max(longest, line.size());
    }
    return longest;
  }

  /** The range that values of this size cover; one cell at the least. */
  static GridRange extent(GridRange range, int height, int width) {
    return new GridRange(
        range.sheetId(),
        range.startRow(),
        range.startRow() + Math.max(height, 1),
        range.startColumn(),
        range.startColumn() + Math.max(width, 1));
  }

  private static void requireInside(Tab tab, GridRange range, int height, int width) {
    String within =
        "Requested writing within range [" + A1.text(tab, range) + "], but tried writing to ";
    if (range.startColumn() + width > range.endColumn()) {
      throw ApiException.invalid(within + "column [" + A1.letters(range.endColumn()) + "]");
    }
    if (range.startRow() + height > range.endRow()) {
      throw ApiException.invalid(within + "row [" + (range.endRow() + 1) + "]");
    }
  }

  private Cell cell(Cell before, JsonNode value) {
    if (!value.isTextual()) {
      CellValue plain =
          value.isBoolean()
              ? new CellValue.Bool(value.asBoolean())
              : new CellValue.Numeric(value.asDouble());
      return before.withEntered(plain);
    }
    String text = CellJson.limited(value.asText());
    if (text.isEmpty()) {
      return before.withEntered(null);
    }
    return input == Input.RAW ? before.withEntered(new CellValue.Text(text)) : typed(before, text);
  }

  private Cell typed(Cell before, String text) {
    NumberFormat format = NumberFormat.of(before.format(), book.locale());
    if (format.type() == NumberFormat.Type.TEXT) {
      // The page copies texts that look like numbers with an apostrophe, as a person would type
      // them.
      boolean escaped = book.editor() == Editor.PERSON && text.startsWith("'");
      return before.withEntered(new CellValue.Text(escaped ? text.substring(1) : text));
    }
    EntryParser.Entry entry = parser.read(text);
    Cell cell = before.withEntered(entry.value());
    boolean brings = !entry.format().isAutomatic() && format.isAutomatic();
    return brings ? cell.withFormat(withNumberFormat(before.format(), entry.format())) : cell;
  }

  private static ObjectNode withNumberFormat(@Nullable ObjectNode format, NumberFormat number) {
    ObjectNode next = format == null ? Json.object() : format.deepCopy();
    next.set("numberFormat", number.json());
    return next;
  }
}
