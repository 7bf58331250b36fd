package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What an import came to, for the person who sent the file. Confined to one import. */
final class ImportReport {
  private static final int MOST_LISTED = 1000;

  private final ArrayNode conflicts = Json.array();
  private final ArrayNode refused = Json.array();
  private final List<String> skipped = new ArrayList<>();
  private int changed;
  private int unchanged;
  private int conflictCount;
  private int refusedCount;
  private boolean withoutBase;

  /**
   * A place that the report is about.
   *
   * @param cell in A1 notation: in the sheet, or in the file where the sheet has no such row or
   *     column
   * @param measure the key of its row
   * @param column the header of its column
   */
  record Place(int sheetId, String cell, String measure, String column) {
    private ObjectNode json() {
      ObjectNode json = Json.object().put("sheetId", sheetId).put("cell", cell);
      return json.put("measure", measure).put("column", column);
    }
  }

  void changed() {
    changed++;
  }

  void unchanged() {
    unchanged++;
  }

  /** A cell that both the file's author and somebody in the sheet have changed. */
  void conflict(Place place, String theirs, String ours) {
    conflictCount++;
    if (conflictCount <= MOST_LISTED) {
      conflicts.add(place.json().put("theirs", theirs).put("ours", ours));
    }
  }

  /** A difference that was not taken over. */
  void refused(Place place, String reason) {
    refusedCount++;
    if (refusedCount <= MOST_LISTED) {
      refused.add(place.json().put("reason", reason));
    }
  }

  /** A tab of the file does not say what it held when it was exported. */
  void withoutBase() {
    withoutBase = true;
  }

  /** A tab of the file that the sheet does not have, or has not as a table. */
  void skipped(String name) {
    skipped.add("«" + name + "»");
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("changed", changed).put("unchanged", unchanged);
    json.set("conflicts", conflicts);
    json.set("refused", refused);
    return json.put("message", message());
  }

  private String message() {
    List<String> parts = new ArrayList<>(List.of(Xlsx.text("import.changed", changed)));
    if (conflictCount > 0) {
      parts.add(Xlsx.text("import.conflicts", conflictCount));
    }
    if (refusedCount > 0) {
      parts.add(Xlsx.text("import.refused", refusedCount));
    }
    if (Math.max(conflictCount, refusedCount) > MOST_LISTED) {
      parts.add(Xlsx.text("import.listed", MOST_LISTED));
    }
    if (!skipped.isEmpty()) {
      parts.add(Xlsx.text("import.skipped", String.join(", ", skipped)));
    }
    if (withoutBase) {
      parts.add(Xlsx.text("import.without-base"));
    }
    return String.join(" ", parts);
  }
}
