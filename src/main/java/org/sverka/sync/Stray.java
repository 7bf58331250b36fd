package org.sverka.sync;

import org.sverka.sheet.Cell;
import org.sverka.sheet.Tag;

/**
 * A cell of a person's that a write of ours has hit, because rows, columns or the cell itself had
 * changed since the snapshot.
 *
 * @param number of the measure or section in whose row it is; {@link Tag#HEADER}; empty for a row
 *     that is nobody's
 * @param key what stands in the row's key cell, to find a row that has no number again
 * @param column key of the column; {@link #BESIDE} for one that is not the table's
 * @param ours what stands there now, by our doing
 * @param was what has to stand there
 */
record Stray(String number, String key, String column, Cell ours, Cell was) {
  /** Stands for a column that is not the table's. */
  static final String BESIDE = "";

  /** The same, in a row that is known after all. */
  Stray of(String known) {
    return new Stray(known, key, column, ours, was);
  }
}
