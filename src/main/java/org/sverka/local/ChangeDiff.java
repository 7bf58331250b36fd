package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what changed from one workbook to the next: single cells where that is all, else that a tab
 * must be read again.
 */
final class ChangeDiff {
  private static final int MOST_CELLS = 500;

  private ChangeDiff() {}

  /** One event for each tab that changed, or one without a tab for the workbook as a whole. */
  static List<ObjectNode> events(Workbook before, Workbook after) {
    List<ObjectNode> events = new ArrayList<>();
    boolean whole =
        !before.properties().equals(after.properties())
            || !before.tabs().stream()
                .map(Tab::id)
                .toList()
                .equals(after.tabs().stream().map(Tab::id).toList());
    if (!whole) {
      PageCells cells = new PageCells(after.locale());
      for (int i = 0; i < after.tabs().size(); i++) {
        if (!before.tabs().get(i).equals(after.tabs().get(i))) {
          events.add(tab(before.tabs().get(i), after.tabs().get(i), after.revision(), cells));
        }
      }
    }
    if (events.isEmpty()) {
      events.add(Json.object().put("revision", after.revision()).put("reload", true));
    }
    return events;
  }

  private static ObjectNode tab(Tab before, Tab after, long revision, PageCells cells) {
    ObjectNode event = Json.object().put("revision", revision).put("sheetId", after.id());
    Optional<ArrayNode> changed =
        sameShape(before, after) ? cells(before, after, cells) : Optional.empty();
    if (changed.isPresent()) {
      event.set("cells", changed.get());
    } else {
      event.put("reload", true);
    }
    return event;
  }

  private static boolean sameShape(Tab before, Tab after) {
    return before.rowCount() == after.rowCount()
        && before.columns().equals(after.columns())
        && before.properties().equals(after.properties())
        && before.merges().equals(after.merges())
        && before.protectedRanges().equals(after.protectedRanges())
        && before.rules().equals(after.rules());
  }

  private static Optional<ArrayNode> cells(Tab before, Tab after, PageCells cells) {
    ArrayNode changed = Json.array();
    for (int r = 0; r < after.rowCount(); r++) {
      Row was = before.rows().get(r);
      Row is = after.rows().get(r);
      if (was.equals(is)) {
        continue;
      }
      if (was.line().size() != is.line().size() || was.line().hidden() != is.line().hidden()) {
        return Optional.empty();
      }
      for (int c = 0; c < Math.max(was.cells().size(), is.cells().size()); c++) {
        if (!was.cell(c).equals(is.cell(c))) {
          changed.add(Json.object().put("row", r).put("column", c).setAll(cells.json(after, r, c)));
        }
      }
      if (changed.size() > MOST_CELLS) {
        return Optional.empty();
      }
    }
    return Optional.of(changed);
  }
}
