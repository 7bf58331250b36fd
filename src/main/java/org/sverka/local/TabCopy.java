package org.sverka.local;

import java.util.List;

/**
 * A copy of a tab, within its workbook or for another. What Google does with the things on it that
 * have ids, nobody says; a tab that has such things is not copied.
 */
final class TabCopy {
  private TabCopy() {}

  /**
   * Copies a tab for a workbook.
   *
   * @param title the copy's title; where it is empty, the one that Google chooses
   */
  static Tab copy(Tab source, int id, String title, WorkbookDraft book) {
    requireCopyable(source);
    String own = title.isEmpty() ? chosen(source, book) : title;
    UpdateSheetProperties.requireTitle(book.view(), own, id);
    TabProperties properties = source.properties();
    List<Row> rows =
        source.rows().stream()
            .map(row -> row.key() == 0 ? row : row.withKey(book.takeRowKey()))
            .toList();
    return new Tab(
        id,
        new TabProperties(
            own,
            false,
            properties.rightToLeft(),
            properties.frozenRows(),
            properties.frozenColumns(),
            properties.hideGridlines(),
            properties.rowControlAfter(),
            properties.columnControlAfter(),
            properties.tabColor()),
        rows,
        source.columns(),
        source.merges().stream().map(range -> on(id, range)).toList(),
        List.of(),
        source.rules().stream()
            .map(
                rule ->
                    new FormatRule(
                        rule.ranges().stream().map(range -> on(id, range)).toList(), rule.rule()))
            .toList(),
        List.of(),
        Overlays.NONE);
  }

  private static GridRange on(int id, GridRange range) {
    return new GridRange(
        id, range.startRow(), range.endRow(), range.startColumn(), range.endColumn());
  }

  private static void requireCopyable(Tab source) {
    boolean tagged =
        !source.metadata().isEmpty()
            || source.columns().stream().anyMatch(line -> !line.metadata().isEmpty())
            || source.rows().stream().anyMatch(row -> !row.line().metadata().isEmpty());
    if (tagged
        || !source.overlays().isEmpty()
        || !source.protectedRanges().isEmpty()
        || source.properties().hidden()) {
      throw ApiException.unsupported(
          "copying a sheet that is hidden or has protected or named ranges, filters, alternating colours or developer"
              + " metadata");
    }
  }

  private static String chosen(Tab source, WorkbookDraft book) {
    SheetLocale locale = book.locale();
    String title = "Copy of " + source.title();
    if (locale != SheetLocale.EN_US) {
      throw ApiException.unsupported("the title of a copy in the locale " + locale.tag());
    }
    if (book.view().tabTitled(title).isPresent()) {
      throw ApiException.unsupported("the title of a second copy");
    }
    return title;
  }
}
