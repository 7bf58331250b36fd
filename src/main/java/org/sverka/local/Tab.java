package org.sverka.local;

import java.util.Collections;
import java.util.List;

/** One tab of a workbook: Google's {@code Sheet}. Never changes; see {@link TabDraft}. */
record Tab(
    int id,
    TabProperties properties,
    List<Row> rows,
    List<Line> columns,
    List<GridRange> merges,
    List<ProtectedRange> protectedRanges,
    List<FormatRule> rules,
    List<Metadata> metadata,
    Overlays overlays) {

  Tab {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    merges = List.copyOf(merges);
    protectedRanges = List.copyOf(protectedRanges);
    rules = List.copyOf(rules);
    metadata = List.copyOf(metadata);
  }

  static Tab blank(int id, TabProperties properties, int rowCount, int columnCount) {
    return new Tab(
        id,
        properties,
        Collections.nCopies(rowCount, Row.BLANK),
        Collections.nCopies(columnCount, Line.PLAIN),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Overlays.NONE);
  }

  String title() {
    return properties.title();
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns.size();
  }

  Cell cell(int row, int column) {
    return rows.get(row).cell(column);
  }

  List<Line> lines(Dimension dimension) {
    return dimension == Dimension.COLUMNS ? columns : rows.stream().map(Row::line).toList();
  }

  /** The part of a range that lies on the grid, all edges given. */
  GridRange clip(GridRange range) {
    return new GridRange(
        id,
        Math.min(range.top(), rowCount()),
        range.bottom(rowCount()),
        Math.min(range.left(), columnCount()),
        range.right(columnCount()));
  }
}
