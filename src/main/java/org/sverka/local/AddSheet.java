package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A new tab, with an id of the client's choice if it has one. */
final class AddSheet implements RequestHandler {
  private static final int ROWS = 1000;
  private static final int COLUMNS = 26;

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Optional<Params> given = request.child("properties");
    int index =
        given.filter(p -> p.has("index")).map(p -> p.integer("index", 0)).orElse(book.tabCount());
    if (index < 0 || index > book.tabCount()) {
      throw ApiException.invalid("Index " + index + " is out of range.");
    }
    Tab tab = create(given.orElseGet(() -> new Params(Json.object(), "")), book);
    if (tab.properties().hidden() && book.tabCount() == 0) {
      throw ApiException.invalid(UpdateSheetProperties.ALL_HIDDEN);
    }
    book.addTab(index, tab);
    ObjectNode reply = Json.object();
    reply.putObject("addSheet").set("properties", TabJson.properties(tab, index));
    return reply;
  }

  /** Makes the tab that the properties describe. */
  static Tab create(Params given, WorkbookDraft book) {
    Workbook now = book.view();
    int id = given.has("sheetId") ? given.integer("sheetId", 0) : book.freshSheetId();
    if (id < 0 || now.tab(id).isPresent()) {
      throw ApiException.invalid("Sheet with id " + id + " already exists or is not allowed.");
    }
    if (!given.text("sheetType", "GRID").equals("GRID")) {
      throw ApiException.unsupported("sheets that are not grids");
    }
    String title = given.has("title") ? given.text("title", "") : freeTitle(now);
    UpdateSheetProperties.requireTitle(now, title, id);
    Optional<Params> grid = given.child("gridProperties");
    int rows = grid.map(g -> g.integer("rowCount", ROWS)).orElse(ROWS);
    int columns = grid.map(g -> g.integer("columnCount", COLUMNS)).orElse(COLUMNS);
    int frozenRows = grid.map(g -> g.integer("frozenRowCount", 0)).orElse(0);
    int frozenColumns = grid.map(g -> g.integer("frozenColumnCount", 0)).orElse(0);
    boolean gridlines = grid.map(g -> g.flag("hideGridlines")).orElse(false);
    boolean rowsAfter = grid.map(g -> g.flag("rowGroupControlAfter")).orElse(false);
    boolean columnsAfter = grid.map(g -> g.flag("columnGroupControlAfter")).orElse(false);
    GridSize.require(rows, columns, frozenRows, frozenColumns);
    ObjectNode color = UpdateSheetProperties.color(given);
    TabProperties properties =
        new TabProperties(
            title,
            given.flag("hidden"),
            given.flag("rightToLeft"),
            frozenRows,
            frozenColumns,
            gridlines,
            rowsAfter,
            columnsAfter,
            color);
    return Tab.blank(id, properties, rows, columns);
  }

  private static String freeTitle(Workbook book) {
    SheetLocale locale = book.locale();
    int number = book.tabs().size() + 1;
    while (book.tabTitled(locale.tabTitle(number)).isPresent()) {
      number++;
    }
    return locale.tabTitle(number);
  }
}
