package org.sverka.sheet;

import java.util.List;

/**
 * Changes to one tab.
 *
 * @param changes as {@link SheetChange} has them
 */
public record TabChanges(int sheetId, List<SheetChange> changes) {
  /** None. */
  public static final TabChanges NONE = new TabChanges(SheetGateway.NO_TAB, List.of());

  public TabChanges {
    changes = List.copyOf(changes);
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }
}
