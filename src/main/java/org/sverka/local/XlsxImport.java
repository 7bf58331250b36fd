package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.local.xlsx.FileTab;

/**
 * Takes a file back in, as an edit by the person who filled it in: what the file's author has
 * changed since the export is written into the sheet, unless somebody has changed the same cell
 * there meanwhile. Rows that the file does not have change nothing.
 */
final class XlsxImport {
  private final List<FileTab> tabs;
  private final Map<String, XlsxBase> bases;

  /**
   * @param file all tabs of the file
   */
  XlsxImport(List<FileTab> file) {
    this.bases = XlsxBase.read(file);
    this.tabs = file.stream().filter(tab -> !tab.name().equals(XlsxBase.TAB)).toList();
  }

  /**
   * Applies the file to the draft and says what it came to.
   *
   * @throws ApiException 400, in Russian, if the file has no tab of this workbook
   */
  ObjectNode apply(WorkbookDraft book) {
    ImportReport report = new ImportReport();
    List<XlsxMerge> merges = new ArrayList<>();
    Workbook before = book.view();
    Set<Tab> taken = new HashSet<>();
    for (FileTab file : tabs) {
      Optional<XlsxMerge> merge =
          target(file, before).filter(taken::add).flatMap(tab -> merge(file, tab, book, report));
      merge.ifPresent(merges::add);
      if (merge.isEmpty() && !file.rows().isEmpty()) {
        report.skipped(file.name());
      }
    }
    if (merges.isEmpty()) {
      throw ApiException.invalid(Xlsx.text("import.no-table", titles(before)));
    }
    merges.forEach(XlsxMerge::apply);
    return report.json();
  }

  private static String titles(Workbook book) {
    return String.join(
        ", ",
        book.tabs().stream()
            .filter(tab -> !tab.properties().hidden())
            .map(tab -> "«" + tab.title() + "»")
            .toList());
  }

  private Optional<XlsxMerge> merge(
      FileTab file, Tab tab, WorkbookDraft book, ImportReport report) {
    Optional<XlsxBase> base =
        Optional.ofNullable(bases.get(file.name())).filter(known -> known.sheetId() == tab.id());
    Optional<XlsxTable> ours = XlsxTable.of(tab);
    return ours.flatMap(table -> table.find(file))
        .map(
            theirs -> {
              if (base.isEmpty()) {
                report.withoutBase();
              }
              return new XlsxMerge(
                  new XlsxMerge.Side<>(file, theirs),
                  new XlsxMerge.Side<>(tab, ours.orElseThrow()),
                  base,
                  book,
                  report);
            });
  }

  /** The tab that it was exported from, else the one of that title, else the only one. */
  private Optional<Tab> target(FileTab file, Workbook book) {
    Optional<Tab> exported =
        Optional.ofNullable(bases.get(file.name())).flatMap(base -> book.tab(base.sheetId()));
    return exported
        .or(() -> book.tabTitled(file.name()))
        .or(() -> only(tabs).filter(file::equals).flatMap(same -> onlyTab(book)));
  }

  private static Optional<FileTab> only(List<FileTab> tabs) {
    List<FileTab> shown = tabs.stream().filter(tab -> !tab.hidden()).toList();
    return shown.size() == 1 ? Optional.of(shown.get(0)) : Optional.empty();
  }

  /** Of several tabs the one that Sverka would look at: with «№ п/п» among its headers. */
  private static Optional<Tab> onlyTab(Workbook book) {
    List<Tab> tables =
        book.tabs().stream()
            .filter(tab -> !tab.properties().hidden())
            .filter(XlsxTable::isNumbered)
            .toList();
    return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
  }
}
