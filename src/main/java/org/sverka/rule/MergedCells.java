package org.sverka.rule;

import java.util.List;

/**
 * No cells of the table are merged. What merged cells hide reads as empty, but nobody has deleted
 * it: the site keeps it, and it comes back into the sheet when the cells are parted again.
 */
public final class MergedCells implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  /** The finding for a row in which cells of these columns are hidden. */
  public Finding check(List<String> headers) {
    return finding("", "«" + String.join("», «", headers) + "»");
  }

  /** The finding for so many such rows at once. */
  public Finding many(int rows) {
    return variant("many", Severity.WARNING, "", String.valueOf(rows));
  }
}
