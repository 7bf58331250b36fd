package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range that only its editors may change.
 *
 * @param description the reason, which the page shows to whoever tries
 * @param warningOnly whether everybody may change it after a warning
 * @param unprotected parts of a protected tab that are open to all
 * @param editors the API's {@code editors}
 */
record ProtectedRange(
    int id,
    GridRange range,
    @Nullable String description,
    boolean warningOnly,
    List<GridRange> unprotected,
    @Nullable ObjectNode editors) {

  ProtectedRange {
    unprotected = List.copyOf(unprotected);
  }

  /** Whether it protects any part of that range that it does not leave open. */
  boolean covers(GridRange wanted) {
    return range.intersects(wanted)
        && unprotected.stream().noneMatch(part -> part.contains(wanted));
  }

  ProtectedRange withRange(GridRange value) {
    return new ProtectedRange(id, value, description, warningOnly, unprotected, editors);
  }

  ProtectedRange withUnprotected(List<GridRange> value) {
    return new ProtectedRange(id, range, description, warningOnly, value, editors);
  }
}
