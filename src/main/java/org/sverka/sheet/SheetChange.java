package org.sverka.sheet;

import java.util.List;

/**
 * One step of a write. Steps are applied in order, all or none; indexes count from 0 and hold at
 * the moment the step is applied.
 */
public sealed interface SheetChange {
  /** Puts a text into a cell, never to be parsed as a formula; the empty text clears it. */
  record SetText(int row, int column, String text) implements SheetChange {}

  /** Puts back a value that is not a text, as a person would type it: a number, such as a date. */
  record SetNumber(int row, int column, double number) implements SheetChange {}

  /**
   * Puts a value into a cell that people may be typing into at this moment. What it takes the place
   * of comes back with the reply, since it may not be what was seen.
   *
   * @param value a number is put as a number, anything else as the text that it reads
   * @param seen what the snapshot had there
   */
  record Replace(int row, int column, Cell value, Cell seen) implements SheetChange {}

  /**
   * Makes the text in a cell a link.
   *
   * @param link where it leads; empty for nowhere
   */
  record SetLink(int row, int column, String link) implements SheetChange {}

  /** Deletes rows with all that is in them. */
  record DeleteRows(int row, int count) implements SheetChange {}

  /** Inserts an empty row before the row that stands at the index. */
  record InsertRow(int row) implements SheetChange {}

  /** Sets the tag of a row; the empty value removes it. */
  record TagRow(int row, String value) implements SheetChange {}

  /** Sets the tag of a column. */
  record TagColumn(int column, String value) implements SheetChange {}

  /**
   * Leaves the checkpoint of a log on the tab, in the place of the one that was last seen there.
   */
  record SetCheckpoint(String note) implements SheetChange {}

  /** Inserts an empty column before the column that stands at the index. */
  record InsertColumn(int column) implements SheetChange {}

  /**
   * A row of a new tab.
   *
   * @param tag its tag
   * @param cells in the order of the layout's columns
   */
  record NewRow(String tag, List<Cell> cells) {
    public NewRow {
      cells = List.copyOf(cells);
    }
  }
}
