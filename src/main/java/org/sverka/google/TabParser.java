package org.sverka.google;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;

/**
 * Reads tabs out of a {@code Spreadsheet} that comes as a stream, in whatever order its fields
 * come. What Google leaves out because it is 0 or empty is 0 or empty.
 */
final class TabParser {
  private static final List<String> MERGE =
      List.of("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex");

  private final JsonStream json;

  TabParser(JsonStream json) {
    this.json = json;
  }

  /**
   * The tabs that are there, by their ids; of two with one id the first.
   *
   * @throws NumberFormatException if a cell holds a number that is none
   */
  Map<Integer, ParsedTab> read() throws IOException {
    Map<Integer, ParsedTab> found = new HashMap<>();
    json.object(
        name -> {
          if (name.equals("sheets")) {
            json.array(
                () -> {
                  ParsedTab tab = tab();
                  tab.sheetId.ifPresent(id -> found.putIfAbsent(id, tab));
                });
          }
        });
    json.end();
    return found;
  }

  private ParsedTab tab() throws IOException {
    ParsedTab tab = new ParsedTab();
    json.object(
        name -> {
          switch (name) {
            // The id is sent even when it is 0; without properties there is none.
            case "properties" -> json.object(property -> property(tab, property));
            case "data" -> json.array(() -> block(tab));
            case "merges" -> json.array(() -> tab.merges.add(merge()));
            case "developerMetadata" -> json.array(() -> tab.marks.add(mark()));
            default -> {}
          }
        });
    return tab;
  }

  private void property(ParsedTab tab, String name) throws IOException {
    switch (name) {
      case "sheetId" -> tab.sheetId = OptionalInt.of(json.integer());
      case "title" -> tab.title = json.text();
      case "gridProperties" ->
          json.object(
              size -> {
                if (size.equals("rowCount")) {
                  tab.rowCount = OptionalInt.of(json.integer());
                } else if (size.equals("columnCount")) {
                  tab.columnCount = OptionalInt.of(json.integer());
                }
              });
      default -> {}
    }
  }

  private Snapshot.Merge merge() throws IOException {
    int[] range = new int[4];
    json.object(
        name -> {
          int edge = MERGE.indexOf(name);
          if (edge >= 0) {
            range[edge] = json.integer();
          }
        });
    return new Snapshot.Merge(range[0], range[1], range[2], range[3]);
  }

  private void block(ParsedTab tab) throws IOException {
    tab.blocks++;
    json.object(
        name -> {
          switch (name) {
            case "startRow" -> tab.startRow = json.integer();
            case "startColumn" -> tab.startColumn = json.integer();
            case "rowData" -> json.array(() -> row(tab));
            case "rowMetadata" -> json.array(() -> tab.rowTags.add(tag(Tag.ROW)));
            case "columnMetadata" -> json.array(() -> tab.columnTags.add(tag(Tag.COLUMN)));
            default -> {}
          }
        });
  }

  private void row(ParsedTab tab) throws IOException {
    List<Cell> cells = new ArrayList<>();
    Map<Integer, String> links = new HashMap<>();
    json.object(
        name -> {
          if (name.equals("values")) {
            json.array(() -> cells.add(cell(link -> links.put(cells.size(), link))));
          }
        });
    tab.widest = Math.max(tab.widest, cells.size());
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    tab.cells.add(cells);
    tab.links.add(links);
  }

  private Cell cell(Consumer<String> link) throws IOException {
    EnteredCell cell = new EnteredCell();
    json.object(
        name -> {
          if (name.equals("userEnteredValue")) {
            json.object(sort -> entered(cell, sort));
          } else if (name.equals("formattedValue")) {
            cell.shown = json.text();
          } else if (name.equals("hyperlink")) {
            link.accept(json.text());
          }
        });
    return cell.cell();
  }

  private void entered(EnteredCell cell, String sort) throws IOException {
    cell.entered = true;
    switch (sort) {
      case "stringValue" -> cell.text = json.text();
      case "numberValue" -> cell.number = json.number();
      case "boolValue" -> cell.truth = json.truth();
      case "formulaValue" -> cell.formula = json.text();
      case "errorValue" -> cell.failed = true;
      default -> {}
    }
  }

  /** The value of the line's tag with that key; the first, should there be several. */
  private String tag(String key) throws IOException {
    List<String> found = new ArrayList<>(1);
    json.object(
        name -> {
          if (name.equals("developerMetadata")) {
            json.array(
                () -> {
                  ParsedTab.Mark mark = mark();
                  if (mark.key().equals(key)) {
                    found.add(mark.value());
                  }
                });
          }
        });
    return found.isEmpty() ? "" : found.get(0);
  }

  private ParsedTab.Mark mark() throws IOException {
    int[] id = {0};
    String[] tag = {"", ""};
    json.object(
        part -> {
          switch (part) {
            case "metadataId" -> id[0] = json.integer();
            case "metadataKey" -> tag[0] = json.text();
            case "metadataValue" -> tag[1] = json.text();
            default -> {}
          }
        });
    return new ParsedTab.Mark(id[0], tag[0], tag[1]);
  }
}
