package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.sverka.local.MetadataJson.Place;
import org.sverka.local.MetadataJson.Placed;

/** The API's {@code Spreadsheet}, as far as a mask asks for it. */
final class SpreadsheetJson {
  private final Workbook book;
  private final String url;
  private final FieldMask mask;

  /**
   * @param url where a person finds the spreadsheet
   */
  SpreadsheetJson(Workbook book, String url, FieldMask mask) {
    this.book = book;
    this.url = url;
    this.mask = mask;
  }

  /**
   * Writes the spreadsheet.
   *
   * @param data the cells to write along; on a tab that has none of them, all of it
   * @param only whether tabs that have none of the data are left out
   */
  ObjectNode write(boolean withData, List<GridRange> data, boolean only) {
    ObjectNode json = Json.object();
    json.put("spreadsheetId", book.id());
    if (mask.has("properties")) {
      json.set("properties", properties(book.properties()));
    }
    List<ArrayNode> blocks = new ArrayList<>();
    if (mask.has("sheets")) {
      ArrayNode sheets = json.putArray("sheets");
      for (int index = 0; index < book.tabs().size(); index++) {
        Tab tab = book.tabs().get(index);
        List<GridRange> own = data.stream().filter(range -> range.sheetId() == tab.id()).toList();
        if (!only || !own.isEmpty()) {
          List<GridRange> wanted = own.isEmpty() ? List.of(GridRange.whole(tab.id())) : own;
          sheets.add(sheet(tab, index));
          blocks.add(data(tab, withData ? wanted : List.of()));
        }
      }
    }
    putArray(json, "namedRanges", NamedRanges.json(book));
    json.put("spreadsheetUrl", url);
    putMetadata(json, book.metadata(), Place.BOOK);
    ObjectNode kept = (ObjectNode) mask.filter(json);
    // Cells are many: their writer has masked them already, and they join only now.
    for (int i = 0; i < blocks.size(); i++) {
      if (kept.path("sheets").path(i) instanceof ObjectNode sheet && !blocks.get(i).isEmpty()) {
        sheet.set("data", blocks.get(i));
      }
    }
    return kept;
  }

  private static ObjectNode properties(WorkbookProperties properties) {
    ObjectNode json = Json.object();
    json.put("title", properties.title());
    json.put("locale", properties.locale());
    json.put("autoRecalc", properties.autoRecalc());
    json.put("timeZone", properties.timeZone());
    json.set("defaultFormat", Theme.defaultFormat());
    json.set("spreadsheetTheme", Theme.theme());
    return json;
  }

  private ArrayNode data(Tab tab, List<GridRange> ranges) {
    FieldMask wanted = mask.sub("sheets");
    ArrayNode blocks = Json.array();
    if (wanted.has("data")) {
      GridDataJson writer = new GridDataJson(tab, book.locale(), wanted.sub("data"));
      ranges.forEach(range -> blocks.add(writer.write(tab.clip(range))));
    }
    return blocks;
  }

  private static ObjectNode sheet(Tab tab, int index) {
    ObjectNode json = Json.object();
    json.set("properties", TabJson.properties(tab, index));
    putList(json, "merges", tab.merges().stream().map(Ranges::json).toList());
    putList(json, "conditionalFormats", tab.rules().stream().map(TabJson::rule).toList());
    putList(
        json,
        "protectedRanges",
        tab.protectedRanges().stream().map(TabJson::protectedRange).toList());
    putMetadata(json, tab.metadata(), new Place(Place.Kind.SHEET, tab.id(), 0));
    putArray(json, "rowGroups", LineGroups.json(tab, Dimension.ROWS));
    putArray(json, "columnGroups", LineGroups.json(tab, Dimension.COLUMNS));
    overlays(json, tab.overlays());
    return json;
  }

  private static void overlays(ObjectNode json, Overlays overlays) {
    if (overlays.filter() != null) {
      json.putObject("basicFilter").set("range", Ranges.json(overlays.filter().range()));
    }
    putList(json, "filterViews", overlays.filterViews().stream().map(Filters::json).toList());
    putList(json, "bandedRanges", overlays.bandings().stream().map(Bandings::json).toList());
  }

  private static void putArray(ObjectNode json, String name, ArrayNode items) {
    if (!items.isEmpty()) {
      json.set(name, items);
    }
  }

  private static void putList(ObjectNode json, String name, List<ObjectNode> items) {
    if (!items.isEmpty()) {
      json.putArray(name).addAll(items);
    }
  }

  static void putMetadata(ObjectNode json, List<Metadata> metadata, Place place) {
    List<JsonNode> items = new ArrayList<>();
    metadata.forEach(item -> items.add(MetadataJson.write(new Placed(item, place))));
    if (!items.isEmpty()) {
      json.putArray("developerMetadata").addAll(items);
    }
  }
}
