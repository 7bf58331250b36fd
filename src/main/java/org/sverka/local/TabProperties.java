package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a tab says of itself, its size apart.
 *
 * @param tabColor the API's {@code tabColorStyle}
 */
record TabProperties(
    String title,
    boolean hidden,
    boolean rightToLeft,
    int frozenRows,
    int frozenColumns,
    boolean hideGridlines,
    @Nullable ObjectNode tabColor) {

  static TabProperties titled(String title) {
    return new TabProperties(title, false, false, 0, 0, false, null);
  }
}
