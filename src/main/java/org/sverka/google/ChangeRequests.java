package org.sverka.google;

import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.InsertDimensionRequest;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Tag;

/** Turns changes into the requests of one batch, in the same order. */
final class ChangeRequests {
  private final int sheetId;
  private final TagBook rowTags;
  private final TagBook columnTags;
  private final List<Integer> checkpoints;
  private final Optional<Scratch> scratch;
  private final List<Request> requests = new ArrayList<>();
  private final List<CellData> run = new ArrayList<>();
  private int runRow;
  private int runColumn;
  private boolean runIsCopied;

  /**
   * @param checkpoints ids of those that are left on the tab
   * @param scratch where to copy what is replaced
   */
  ChangeRequests(
      int sheetId,
      TagBook rowTags,
      TagBook columnTags,
      List<Integer> checkpoints,
      Optional<Scratch> scratch) {
    this.sheetId = sheetId;
    this.rowTags = rowTags;
    this.columnTags = columnTags;
    this.checkpoints = checkpoints;
    this.scratch = scratch;
  }

  /** Whether what the change takes the place of can be told: of a formula only the result could. */
  static boolean isCopied(SheetChange change) {
    return change instanceof SheetChange.Replace replace
        && replace.seen().kind() != Cell.Kind.FORMULA
        && replace.seen().kind() != Cell.Kind.ERROR;
  }

  /** The requests; cells that follow each other in a row share one. */
  List<Request> of(List<SheetChange> changes) {
    changes.forEach(this::add);
    endRun();
    return List.copyOf(requests);
  }

  private void add(SheetChange change) {
    if (change instanceof SheetChange.SetText text) {
      put(text.row(), text.column(), Requests.text(text.text()), false);
      return;
    }
    if (change instanceof SheetChange.SetNumber number) {
      put(number.row(), number.column(), Requests.number(number.number()), false);
      return;
    }
    if (change instanceof SheetChange.Replace replace) {
      put(replace.row(), replace.column(), Requests.words(replace.value()), isCopied(replace));
      return;
    }
    endRun();
    if (change instanceof SheetChange.InsertRow row) {
      insert(Areas.ROWS, row.row(), 1);
      rowTags.insert(row.row());
    } else if (change instanceof SheetChange.InsertColumn column) {
      insert(Areas.COLUMNS, column.column(), 0);
      columnTags.insert(column.column());
    } else if (change instanceof SheetChange.SetLink link) {
      requests.add(Requests.link(sheetId, link.row(), link.column(), link.link()));
    } else if (change instanceof SheetChange.DeleteRows rows) {
      requests.add(Requests.deletion(sheetId, rows.row(), rows.count()));
      rowTags.delete(rows.row(), rows.count());
    } else if (change instanceof SheetChange.TagRow tag) {
      requests.addAll(rowTags.tag(tag.row(), tag.value()));
      bold(tag);
    } else if (change instanceof SheetChange.TagColumn tag) {
      requests.addAll(columnTags.tag(tag.column(), tag.value()));
    } else if (change instanceof SheetChange.SetCheckpoint checkpoint) {
      checkpoints.forEach(id -> requests.add(TagBook.delete(id)));
      requests.add(Requests.mark(sheetId, Tag.CHECKPOINT, checkpoint.note()));
    }
  }

  private void put(int row, int column, CellData cell, boolean copied) {
    boolean follows =
        !run.isEmpty()
            && row == runRow
            && column == runColumn + run.size()
            && copied == runIsCopied;
    if (!follows) {
      endRun();
      runRow = row;
      runColumn = column;
      runIsCopied = copied;
    }
    run.add(cell);
  }

  private void endRun() {
    if (!run.isEmpty()) {
      if (runIsCopied) {
        scratch.ifPresent(to -> requests.add(to.copy(sheetId, runRow, runColumn, run.size())));
      }
      requests.add(Requests.cells(sheetId, runRow, runColumn, List.of(List.copyOf(run))));
      run.clear();
    }
  }

  /**
   * The new line takes formats and drop-downs from the line before it, unless that is the last of
   * the lines that look different; only so can a line be put after the last one.
   */
  private void insert(String dimension, int index, int different) {
    requests.add(
        new Request()
            .setInsertDimension(
                new InsertDimensionRequest()
                    .setRange(Areas.line(sheetId, dimension, index))
                    .setInheritFromBefore(index > different)));
  }

  /** An inserted row looks like its neighbour, which may be a section's heading, or none. */
  private void bold(SheetChange.TagRow tag) {
    if (rowTags.isInserted(tag.row()) && !tag.value().isEmpty()) {
      requests.add(Requests.bold(sheetId, tag.row(), Requests.isHeading(tag.value())));
    }
  }
}
