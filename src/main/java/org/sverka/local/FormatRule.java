package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A conditional format: where, and the API's JSON of the rest ({@code booleanRule} or {@code
 * gradientRule}).
 */
record FormatRule(List<GridRange> ranges, ObjectNode rule) {

  FormatRule {
    ranges = List.copyOf(ranges);
  }
}
