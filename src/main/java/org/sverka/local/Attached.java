package org.sverka.local;

import java.util.ArrayList;
import java.util.List;

/**
 * What hangs on cells from outside: merges, rules, protection, names, filters, formulas elsewhere.
 * Requests that carry cells about decline where they would have to carry such a thing too.
 */
final class Attached {
  private Attached() {}

  /** Says 501 where anything lies over these cells. */
  static void requireFree(TabDraft tab, GridRange part, String doing) {
    List<GridRange> ranges = new ArrayList<>(tab.merges());
    ranges.addAll(looks(tab));
    tab.protectedRanges().forEach(range -> ranges.add(range.range()));
    ranges.addAll(tab.overlays().ranges());
    if (ranges.stream().anyMatch(part::intersects)) {
      throw ApiException.unsupported(
          doing + " where cells are merged, protected, named, filtered or formatted by rules");
    }
  }

  /** Says 501 where rules or alternating colours give these cells a look. */
  static void requirePlain(TabDraft tab, GridRange part, String doing) {
    if (looks(tab).stream().anyMatch(part::intersects)) {
      throw ApiException.unsupported(
          doing + " where conditional formats or alternating colours are");
    }
  }

  private static List<GridRange> looks(TabDraft tab) {
    List<GridRange> ranges = new ArrayList<>();
    tab.rules().forEach(rule -> ranges.addAll(rule.ranges()));
    tab.overlays().bandings().forEach(banding -> ranges.add(banding.range()));
    return ranges;
  }

  /** Says 501 where a formula of the workbook refers to these cells. */
  static void requireUnreferenced(WorkbookDraft book, GridRange part, String doing) {
    Workbook now = book.view();
    String title = now.grid(part.sheetId()).title();
    for (Tab tab : now.tabs()) {
      boolean own = tab.id() == part.sheetId();
      for (Row row : tab.rows()) {
        for (Cell cell : row.cells()) {
          if (cell.entered() instanceof CellValue.Formula formula
              && FormulaReferences.touches(
                  formula.source(),
                  part,
                  name -> name.isEmpty() ? own : name.equalsIgnoreCase(title))) {
            throw ApiException.unsupported(doing + " to which formulas refer");
          }
        }
      }
    }
  }
}
