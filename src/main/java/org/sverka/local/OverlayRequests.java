package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What the requests about filter views and alternating colours share. */
final class OverlayRequests {
  private OverlayRequests() {}

  /** The id that the client chose, or a new one. Says 400 where it is taken. */
  static int id(int wanted, Overlays.Kind kind, WorkbookDraft book) {
    Workbook now = book.view();
    if (wanted < 0 || (wanted != 0 && taken(now, kind, wanted))) {
      throw ApiException.invalid("The id " + wanted + " already exists or is not allowed.");
    }
    return wanted != 0 ? wanted : book.fresh(id -> taken(now, kind, id));
  }

  private static boolean taken(Workbook book, Overlays.Kind kind, int id) {
    return book.tabs().stream()
        .anyMatch(tab -> tab.overlays().list(kind).stream().anyMatch(each -> each.id() == id));
  }

  /** The overlay with that id. Says 400 where there is none. */
  static Overlay find(int id, Overlays.Kind kind, WorkbookDraft book) {
    return book.view().tabs().stream()
        .flatMap(tab -> tab.overlays().list(kind).stream())
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.invalid(
                    (kind == Overlays.Kind.BANDING
                            ? "No banding with id: "
                            : "No filter view with id: ")
                        + id));
  }

  static void add(Overlay overlay, Overlays.Kind kind, WorkbookDraft book) {
    TabDraft tab = book.grid(overlay.range().sheetId());
    tab.protection().requireOwner();
    List<Overlay> list = new ArrayList<>(tab.overlays().list(kind));
    list.add(overlay);
    tab.setOverlays(tab.overlays().with(kind, list));
  }

  static void remove(Overlay overlay, Overlays.Kind kind, WorkbookDraft book) {
    TabDraft tab = book.grid(overlay.range().sheetId());
    tab.protection().requireOwner();
    List<Overlay> list = new ArrayList<>(tab.overlays().list(kind));
    list.remove(overlay);
    tab.setOverlays(tab.overlays().with(kind, list));
  }

  /** What the masked fields make of an overlay's JSON. */
  static Params merged(FieldMask mask, ObjectNode before, ObjectNode given, String id) {
    return new Params(mask.merge(before, given).without(id), "");
  }
}
