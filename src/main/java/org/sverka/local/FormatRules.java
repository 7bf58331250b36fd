package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reading and finding conditional formats. */
final class FormatRules {
  private FormatRules() {}

  static FormatRule read(Params given, WorkbookDraft book) {
    List<GridRange> ranges = new ArrayList<>();
    given.children("ranges").forEach(range -> ranges.add(Ranges.grid(range, book)));
    if (ranges.isEmpty()) {
      throw ApiException.invalid("A conditional format rule must have at least one range.");
    }
    if (ranges.stream().anyMatch(range -> range.sheetId() != ranges.get(0).sheetId())) {
      throw ApiException.invalid(
          "All ranges of a conditional format rule must be on the same grid.");
    }
    ObjectNode bool = given.raw("booleanRule");
    ObjectNode gradient = given.raw("gradientRule");
    if ((bool == null) == (gradient == null)) {
      throw ApiException.invalid(
          "A conditional format rule must have either a booleanRule or a gradientRule.");
    }
    ObjectNode rule = Json.object();
    rule.set(bool == null ? "gradientRule" : "booleanRule", bool == null ? gradient : bool);
    return new FormatRule(ranges, Colors.toStyles(rule));
  }

  static int index(Params request, TabDraft tab) {
    int index = request.integer("index", 0);
    if (index < 0 || index >= tab.rules().size()) {
      throw ApiException.invalid(
          "No conditional format on sheet: " + tab.id() + " at index: " + index);
    }
    return index;
  }
}
