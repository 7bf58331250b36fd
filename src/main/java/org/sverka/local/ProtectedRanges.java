package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reading and finding protected ranges. */
final class ProtectedRanges {
  private static final List<String> USERS = List.of("users", "groups");

  private ProtectedRanges() {}

  static ProtectedRange read(Params given, int id, WorkbookDraft book) {
    GridRange range =
        given
            .child("range")
            .map(r -> Ranges.grid(r, book))
            .orElseThrow(() -> ApiException.invalid("Must specify a range."));
    List<GridRange> open =
        given.children("unprotectedRanges").stream().map(r -> Ranges.grid(r, book)).toList();
    boolean warning = given.flag("warningOnly");
    given.ignore("requestingUserCanEdit");
    ObjectNode editors = editors(given.raw("editors"));
    if (warning && editors != null && !editors.isEmpty()) {
      throw ApiException.invalid("ProtectedRange is warningOnly. Editors cannot be set on it.");
    }
    ObjectNode kept = warning ? null : editors == null ? Json.object() : editors;
    return new ProtectedRange(id, range, given.text("description"), warning, open, kept);
  }

  /** Empty lists and what is not so are left out. */
  private static @Nullable ObjectNode editors(@Nullable ObjectNode given) {
    if (given == null) {
      return null;
    }
    ObjectNode kept = Json.object();
    USERS.forEach(
        name -> {
          if (!given.path(name).isEmpty()) {
            kept.set(name, given.get(name).deepCopy());
          }
        });
    if (given.path("domainUsersCanEdit").asBoolean()) {
      kept.put("domainUsersCanEdit", true);
    }
    return kept;
  }

  /** The tab that holds the range. Says 400 where there is none. */
  static TabDraft holder(int id, WorkbookDraft book) {
    for (Tab tab : book.view().tabs()) {
      if (tab.protectedRanges().stream().anyMatch(range -> range.id() == id)) {
        return book.sheet(tab.id());
      }
    }
    throw ApiException.invalid("No protected range with id: " + id);
  }
}
