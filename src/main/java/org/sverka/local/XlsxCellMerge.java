package org.sverka.local;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.local.ImportReport.Place;
import org.sverka.local.xlsx.FileCell;

/**
 * Decides on one cell. {@code file}, {@code sheet} and {@code base} are its value there, here and
 * when the file was exported:
 *
 * <table>
 * <caption>What becomes of it</caption>
 * <tr><td>file = sheet</td><td>nothing</td></tr>
 * <tr><td>file = base</td><td>nothing: the author has not touched it</td></tr>
 * <tr><td>file ≠ base, may not be written</td><td>refused, with the reason</td></tr>
 * <tr><td>file ≠ base, sheet = base</td><td>written</td></tr>
 * <tr><td>file ≠ base, sheet ≠ base</td><td>a conflict: the sheet's stays</td></tr>
 * <tr><td>no base, file blank</td><td>nothing</td></tr>
 * <tr><td>no base, file not blank</td><td>written, or refused</td></tr>
 * </table>
 */
final class XlsxCellMerge {
  private final TabDraft draft;
  private final Tab tab;
  private final ImportReport report;
  private final XlsxEntry entry;

  XlsxCellMerge(WorkbookDraft book, Tab tab, ImportReport report) {
    this.draft = book.grid(tab.id());
    this.tab = tab;
    this.report = report;
    this.entry = new XlsxEntry(book.entries(), book.locale());
  }

  void merge(Place place, FileCell file, int row, int column, Optional<String> base) {
    Cell cell = tab.cell(row, column);
    String theirs = XlsxForm.of(file);
    String ours = XlsxForm.of(cell.entered());
    boolean untouched =
        base.map(XlsxForm.digest(theirs)::equals).orElse(theirs.isEmpty()) || theirs.equals(ours);
    if (untouched) {
      if (!theirs.isEmpty() || !ours.isEmpty()) {
        report.unchanged();
      }
      return;
    }
    Optional<String> refusal = refusal(file, cell, row, column);
    boolean changedHere = base.isPresent() && !base.get().equals(XlsxForm.digest(ours));
    if (refusal.isPresent()) {
      report.refused(place, refusal.get());
    } else if (changedHere) {
      report.conflict(place, entry.shown(file, cell), entry.shown(cell));
    } else {
      draft.put(row, column, entry.write(file, cell));
      report.changed();
    }
  }

  private Optional<String> refusal(FileCell file, Cell cell, int row, int column) {
    GridRange here = new GridRange(tab.id(), row, row + 1, column, column + 1);
    Optional<ProtectedRange> range =
        tab.protectedRanges().stream().filter(known -> known.covers(here)).findFirst();
    if (range.isPresent()) {
      @Nullable String why = range.get().description();
      return reason("protected", why == null ? "" : why);
    }
    if (file instanceof FileCell.Formula) {
      return reason("formula");
    }
    if (file instanceof FileCell.Failure failure) {
      return reason("failure", failure.shown());
    }
    if (cell.entered() instanceof CellValue.Formula) {
      return reason("formula-here");
    }
    if (cell.entered() instanceof CellValue.Text text && XlsxText.isTooLong(text.value())) {
      return reason("cut");
    }
    return file instanceof FileCell.Text text && text.value().length() > CellJson.LONGEST
        ? reason("too-long")
        : Optional.empty();
  }

  private static Optional<String> reason(String key, Object... arguments) {
    return Optional.of(Xlsx.text("import.reason." + key, arguments).strip());
  }
}
