package org.sverka.local.xlsx;

import java.util.Map;
import java.util.NavigableMap;

/**
 * One tab of a file.
 *
 * @param hidden whether the file hides it
 * @param rows what is not blank, by row and column, both counted from zero
 */
public record FileTab(
    String name, boolean hidden, NavigableMap<Integer, Map<Integer, FileCell>> rows) {

  /** The cell there; {@link FileCell#BLANK} where there is none. */
  public FileCell cell(int row, int column) {
    return rows.getOrDefault(row, Map.of()).getOrDefault(column, FileCell.BLANK);
  }

  /** The text of the cell there; empty where it holds anything else. */
  public String text(int row, int column) {
    return cell(row, column) instanceof FileCell.Text text ? text.value() : "";
  }
}
