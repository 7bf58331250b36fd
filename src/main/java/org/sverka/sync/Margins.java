package org.sverka.sync;

import java.util.List;
import java.util.Map;

/**
 * What was last seen around and across the cells of the table.
 *
 * @param merged keys of the columns in which a row's cell is hidden by merged cells, by the row's
 *     number
 * @param outside what stands beside the table and below it, in words; empty for nothing
 */
public record Margins(Map<String, List<String>> merged, String outside) {
  /** Nothing. */
  public static final Margins NONE = new Margins(Map.of(), "");

  public Margins {
    merged = Map.copyOf(merged);
  }
}
