package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Alternating colours: Google's {@code BandedRange}. Kept and given back. */
final class Bandings {
  private static final List<String> PARTS = List.of("rowProperties", "columnProperties");

  private Bandings() {}

  /** Reads alternating colours without their id. Says 400 where others are already. */
  static Overlay read(Params given, int id, WorkbookDraft book) {
    GridRange range = Filters.range(given, book);
    ObjectNode rest = Json.object();
    for (String part : PARTS) {
      ObjectNode colours = given.raw(part);
      if (colours != null) {
        ObjectNode styles = Colors.toStyles(colours);
        if (!styles.has("firstBandColorStyle") || !styles.has("secondBandColorStyle")) {
          throw ApiException.invalid("Must specify firstBandColor and secondBandColor.");
        }
        rest.set(part, styles);
      }
    }
    if (rest.isEmpty()) {
      throw ApiException.invalid("Must specify at least one of rowProperties or columnProperties.");
    }
    boolean taken =
        book.grid(range.sheetId()).overlays().bandings().stream()
            .anyMatch(other -> other.id() != id && other.range().intersects(range));
    if (taken) {
      throw ApiException.invalid(
          "You cannot add alternating background colors to a range that already has alternating background colors.");
    }
    return new Overlay(id, range, rest);
  }

  static ObjectNode json(Overlay banding) {
    ObjectNode json = Json.object().put("bandedRangeId", banding.id());
    json.set("range", Ranges.json(banding.range()));
    json.setAll(Colors.toBoth(banding.rest()));
    return json;
  }
}
