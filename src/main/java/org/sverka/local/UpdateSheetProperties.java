package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Title, place, size, frozen rows and columns, colour of a tab; whether it is hidden. */
final class UpdateSheetProperties implements RequestHandler {
  static final String ALL_HIDDEN = "You can't hide all the sheets in a document.";
  private static final int LONGEST_TITLE = 100;
  private static final List<String> KNOWN =
      List.of(
          "sheetId",
          "title",
          "index",
          "hidden",
          "rightToLeft",
          "tabColor",
          "tabColorStyle",
          "gridProperties",
          "sheetType");
  private static final List<String> KNOWN_GRID =
      List.of(
          "rowCount",
          "columnCount",
          "frozenRowCount",
          "frozenColumnCount",
          "hideGridlines",
          "rowGroupControlAfter",
          "columnGroupControlAfter");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, KNOWN);
    Params given = request.need("properties");
    int id = given.integer("sheetId", 0);
    TabDraft tab = book.sheet(id);
    tab.protection().requireOwner();
    String title = given.text("title", "");
    boolean hidden = given.flag("hidden");
    boolean rightToLeft = given.flag("rightToLeft");
    ObjectNode color = color(given);
    given.ignore("sheetType");
    if (mask.has("title")) {
      requireTitle(book.view(), title, id);
    }
    TabProperties before = tab.properties();
    tab.setProperties(
        new TabProperties(
            mask.has("title") ? title : before.title(),
            mask.has("hidden") ? hidden : before.hidden(),
            mask.has("rightToLeft") ? rightToLeft : before.rightToLeft(),
            before.frozenRows(),
            before.frozenColumns(),
            before.hideGridlines(),
            before.rowControlAfter(),
            before.columnControlAfter(),
            mask.has("tabColor") || mask.has("tabColorStyle") ? color : before.tabColor()));
    resize(
        given.child("gridProperties").orElseGet(() -> new Params(Json.object(), "")),
        mask.sub("gridProperties"),
        tab);
    if (book.view().tabs().stream().allMatch(each -> each.properties().hidden())) {
      throw ApiException.invalid(ALL_HIDDEN);
    }
    int index = given.integer("index", 0);
    if (mask.has("index")) {
      move(id, index, book);
    }
    return RequestHandler.nothing();
  }

  private static void move(int id, int index, WorkbookDraft book) {
    if (index < 0 || index > book.tabCount()) {
      throw ApiException.invalid("Index " + index + " is out of range.");
    }
    // The new place is counted before the tab is taken away.
    int from = book.indexOf(id, "No sheet with id: ");
    book.moveTab(from, index > from ? index - 1 : index);
  }

  private static void resize(Params given, FieldMask mask, TabDraft tab) {
    Masks.requireOnly(mask, KNOWN_GRID);
    int rows = given.integer("rowCount", 0);
    int columns = given.integer("columnCount", 0);
    int frozenRows = given.integer("frozenRowCount", 0);
    int frozenColumns = given.integer("frozenColumnCount", 0);
    boolean gridlines = given.flag("hideGridlines");
    boolean rowsAfter = given.flag("rowGroupControlAfter");
    boolean columnsAfter = given.flag("columnGroupControlAfter");
    TabProperties before = tab.properties();
    int nextRows = mask.has("rowCount") ? rows : tab.rowCount();
    int nextColumns = mask.has("columnCount") ? columns : tab.columnCount();
    int nextFrozenRows = mask.has("frozenRowCount") ? frozenRows : before.frozenRows();
    int nextFrozenColumns = mask.has("frozenColumnCount") ? frozenColumns : before.frozenColumns();
    GridSize.require(nextRows, nextColumns, nextFrozenRows, nextFrozenColumns);
    stretch(tab, Dimension.ROWS, nextRows);
    stretch(tab, Dimension.COLUMNS, nextColumns);
    tab.setProperties(
        new TabProperties(
            before.title(),
            before.hidden(),
            before.rightToLeft(),
            nextFrozenRows,
            nextFrozenColumns,
            mask.has("hideGridlines") ? gridlines : before.hideGridlines(),
            mask.has("rowGroupControlAfter") ? rowsAfter : before.rowControlAfter(),
            mask.has("columnGroupControlAfter") ? columnsAfter : before.columnControlAfter(),
            before.tabColor()));
  }

  private static void stretch(TabDraft tab, Dimension dimension, int size) {
    int now = tab.count(dimension);
    if (size > now) {
      tab.append(dimension, size - now);
    } else if (size < now) {
      tab.delete(dimension, size, now);
    }
  }

  /** The colour in the form in which it is kept. */
  static @Nullable ObjectNode color(Params given) {
    ObjectNode style = given.raw("tabColorStyle");
    ObjectNode plain = given.raw("tabColor");
    if (style != null) {
      return style.isEmpty() ? null : Colors.toStyles(style);
    }
    return plain == null
        ? null
        : Colors.toStyles((ObjectNode) Json.object().set("rgbColor", plain));
  }

  static void requireTitle(Workbook book, String title, int id) {
    if (title.isEmpty()) {
      throw ApiException.invalid("You must specify a title for the sheet.");
    }
    if (title.length() > LONGEST_TITLE) {
      throw ApiException.invalid(
          "The name of the sheet is longer than " + LONGEST_TITLE + " characters.");
    }
    if (book.tabTitled(title).filter(tab -> tab.id() != id).isPresent()) {
      throw ApiException.invalid(
          "A sheet with the name \"" + title + "\" already exists. Please enter another name.");
    }
  }
}
