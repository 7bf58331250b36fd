package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a tab says of itself, its size apart.
 *
 * @param rowControlAfter whether the control of a group of rows stands after it; likewise for
 *     columns
 * @param tabColor the API's {@code tabColorStyle}
 */
record TabProperties(
    String title,
    boolean hidden,
    boolean rightToLeft,
    int frozenRows,
    int frozenColumns,
    boolean hideGridlines,
    boolean rowControlAfter,
    boolean columnControlAfter,
    @Nullable ObjectNode tabColor) {

  static TabProperties titled(String title) {
    return new TabProperties(title, false, false, 0, 0, false, false, false, null);
  }

  /** The same with controls of groups after them, as they are once there is a group. */
  TabProperties withControlAfter(Dimension dimension) {
    return new TabProperties(
        title,
        hidden,
        rightToLeft,
        frozenRows,
        frozenColumns,
        hideGridlines,
        rowControlAfter || dimension == Dimension.ROWS,
        columnControlAfter || dimension == Dimension.COLUMNS,
        tabColor);
  }
}
