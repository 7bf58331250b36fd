package org.sverka.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.roadmap.Term;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Layouts;

/** Rows of a measure in the layout of the signed roadmap, as rules see them. */
final class Rows {
  static final Layout LAYOUT = layout();
  private static final Map<String, String> SIGNED =
      Map.of(
          "number", "1.1",
          "text", "Обмен опытом работы",
          "responsible.spb", "Комитет по спорту",
          "responsible.kaliningrad", "Министерство спорта",
          "term", "2023-2026 гг.");

  private Rows() {}

  private static Layout layout() {
    Path descriptor = Path.of("seeds", "roadmap.json");
    try {
      return Layouts.of(DescriptorReader.read(descriptor.toString(), Files.readString(descriptor)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row as signed, with these cells on top. */
  static RowView of(Map<String, Cell> cells) {
    Map<String, Cell> all = new HashMap<>();
    SIGNED.forEach((key, text) -> all.put(key, Cell.text(text)));
    all.putAll(cells);
    return new RowView(
        "1.1",
        false,
        SIGNED,
        new Term("2023-2026 гг.", 2023, 2026),
        all,
        new RowView.Past(Map.of(), LocalDate.of(2026, 11, 1)),
        LAYOUT,
        LocalDate.of(2026, 11, 23));
  }

  /** A row with the same in each cell that people can write in. */
  static RowView filledWith(Cell cell) {
    Map<String, Cell> cells = new HashMap<>();
    for (Column column : LAYOUT.columns()) {
      if (column.kind() != Column.Kind.SERVICE) {
        cells.put(column.key(), cell);
      }
    }
    return of(cells);
  }
}
