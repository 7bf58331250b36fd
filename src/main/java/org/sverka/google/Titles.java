package org.sverka.google;

import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The titles under which tabs were last seen, for the one thing of a write that the API wants by
 * title and not by id: the ranges of its reply.
 */
final class Titles {
  private final StructureReader structures;
  private final Map<Integer, String> known = new ConcurrentHashMap<>();

  Titles(StructureReader structures) {
    this.structures = structures;
  }

  void saw(int sheetId, String title) {
    known.put(sheetId, title);
  }

  /** Perhaps the tab was renamed or is gone; it will be asked for again. */
  void doubt(int sheetId) {
    known.remove(sheetId);
  }

  /** The tab's title, if there is such a tab. */
  Optional<String> of(int sheetId) {
    if (!known.containsKey(sheetId)) {
      structures.tabs().stream().map(Sheet::getProperties).forEach(tab -> saw(tab, known));
    }
    return Optional.ofNullable(known.get(sheetId));
  }

  private static void saw(SheetProperties tab, Map<Integer, String> titles) {
    titles.put(Absent.number(tab.getSheetId()), Absent.text(tab.getTitle()));
  }
}
