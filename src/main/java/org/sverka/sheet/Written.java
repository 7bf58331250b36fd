package org.sverka.sheet;

import java.util.List;

/**
 * What the reply to a write shows of the tab, as part of the same atomic request.
 *
 * @param keys the key column right after the write, from row 0 down; may end early
 * @param header the header row right after the write, from the left; may end early
 * @param replaced for each {@link SheetChange.Replace}, in their order, what stood in the cell the
 *     moment before; of a formula its result
 */
public record Written(List<String> keys, List<String> header, List<Cell> replaced) {
  public Written {
    keys = List.copyOf(keys);
    header = List.copyOf(header);
    replaced = List.copyOf(replaced);
  }
}
