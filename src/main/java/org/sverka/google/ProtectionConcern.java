package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddProtectedRangeRequest;
import com.google.api.services.sheets.v4.model.Editors;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.ProtectedRange;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/**
 * Protects the header and what people are not meant to edit, and says why. One range per column, so
 * that it moves with its column. A range that is there, even if the owner has changed it, is left
 * alone.
 *
 * <p>Whoever works in the embedded sheet is its owner, and nobody's account is known there: the
 * ranges warn and do not refuse, as they do for an owner at Google.
 *
 * @param account that may edit the ranges, besides the owner; empty for the embedded sheet
 */
record ProtectionConcern(Layout layout, String account, TabKind kind) implements Concern {
  @Override
  public List<Request> missing(Structure structure) {
    int sheetId = structure.sheetId();
    List<Request> requests = new ArrayList<>();
    add(requests, structure, "header", Areas.row(sheetId, 0), Words.sheet("protect.header"));
    for (Column column : layout.columns()) {
      OptionalInt place = structure.place(column);
      if (column.kind() != Column.Kind.WORKING && place.isPresent()) {
        String reason =
            column.kind() == Column.Kind.CANONICAL ? "protect.canonical" : kind.reason();
        GridRange range = Areas.column(sheetId, place.getAsInt());
        add(requests, structure, column.key(), range, Words.sheet(reason, column.header()));
      }
    }
    return requests;
  }

  private void add(
      List<Request> requests, Structure structure, String what, GridRange range, String reason) {
    int id = Ids.of("protected", String.valueOf(structure.sheetId()), what);
    if (!structure.isProtected(id)) {
      ProtectedRange protectedRange =
          new ProtectedRange()
              .setProtectedRangeId(id)
              .setRange(range)
              .setDescription(reason)
              .setWarningOnly(account.isEmpty());
      if (!account.isEmpty()) {
        protectedRange.setEditors(editors());
      }
      requests.add(
          new Request()
              .setAddProtectedRange(
                  new AddProtectedRangeRequest().setProtectedRange(protectedRange)));
    }
  }

  /** Without editors named, every editor of the spreadsheet may go on editing the range. */
  private Editors editors() {
    return new Editors().setUsers(List.of(account)).setDomainUsersCanEdit(false);
  }
}
