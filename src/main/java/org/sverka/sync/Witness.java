package org.sverka.sync;

import java.util.Map;

/**
 * What the reply to a write must show if nobody has moved rows or columns since the snapshot. All
 * places are those after the write.
 *
 * @param keyColumn physical column of the numbers
 * @param headerRow physical row of the headers
 * @param keys number by row, for every row that can tell, written to or not
 * @param columns key of the column by physical column
 */
public record Witness(
    int keyColumn, int headerRow, Map<Integer, String> keys, Map<Integer, String> columns) {
  /** Says nothing: of a tab that is written as a whole. */
  static final Witness NONE = new Witness(0, 0, Map.of(), Map.of());

  public Witness {
    keys = Map.copyOf(keys);
    columns = Map.copyOf(columns);
  }
}
