package org.sverka.sheet;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * How the sheet of one roadmap is laid out.
 *
 * @param tab title that the tab is given when it is made; afterwards it is found by its id
 * @param columns in their order from left to right
 */
public record Layout(String tab, List<Column> columns) {
  public static final String NUMBER = "number";
  public static final String TEXT = "text";
  public static final String RESPONSIBLE = "responsible.";
  public static final String TERM = "term";
  public static final String STATUS = "status";
  public static final String PROGRESS = "progress.";
  public static final String COMPLETED_ON = "completedOn";
  public static final String EVIDENCE = "evidence";
  public static final String CHECK = "check";
  public static final String SITE = "site";

  public Layout {
    columns = List.copyOf(columns);
  }

  /**
   * The column with that key.
   *
   * @throws NoSuchElementException if there is none
   */
  public Column column(String key) {
    return columns.get(indexOf(key));
  }

  /** The place of the column among {@link #columns()}. */
  public int indexOf(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new NoSuchElementException("No column " + key);
  }

  /** The columns of one kind, left to right. */
  public List<Column> columns(Column.Kind kind) {
    return columns.stream().filter(column -> column.kind() == kind).toList();
  }
}
