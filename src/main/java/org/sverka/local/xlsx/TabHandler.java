package org.sverka.local.xlsx;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the values out of the XML of one tab (ECMA-376, part 1, 18.3.1). */
final class TabHandler extends DefaultHandler {
  private final CellReader cells;
  private final NavigableMap<Integer, Map<Integer, FileCell>> rows = new TreeMap<>();
  private final StringBuilder text = new StringBuilder();
  private int row = -1;
  private int column = -1;
  private String type = "";
  private int style;
  private boolean formula;
  private boolean valued;
  private boolean listening;
  private int phonetic;

  TabHandler(CellReader cells) {
    this.cells = cells;
  }

  NavigableMap<Integer, Map<Integer, FileCell>> rows() {
    return rows;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "row" -> {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : Integer.parseInt(number) - 1;
        column = -1;
        require(row, SpreadsheetVersion.EXCEL2007.getMaxRows());
      }
      case "c" -> startCell(attributes);
      case "f" -> formula = true;
      case "rPh" -> phonetic++;
      case "v" -> {
        listening = true;
        valued = true;
      }
      // Programs that change a cell leave its old text in here.
      case "t" -> listening = !valued && phonetic == 0;
      default -> {}
    }
  }

  private void startCell(Attributes attributes) {
    String place = attributes.getValue("r");
    column = place == null ? column + 1 : new CellReference(place).getCol();
    require(column, SpreadsheetVersion.EXCEL2007.getMaxColumns());
    String given = attributes.getValue("t");
    type = given == null ? "n" : given;
    String number = attributes.getValue("s");
    style = number == null ? 0 : Integer.parseInt(number);
    formula = false;
    valued = false;
    text.setLength(0);
  }

  private static void require(int index, int limit) {
    if (index < 0 || index >= limit) {
      throw new IllegalArgumentException("Not on the grid: " + index);
    }
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    if (listening) {
      text.append(characters, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    switch (name) {
      case "v", "t" -> listening = false;
      case "rPh" -> phonetic--;
      case "c" -> endCell();
      default -> {}
    }
  }

  private void endCell() {
    FileCell cell = cells.read(type, style, formula, text.toString());
    if (!cell.equals(FileCell.BLANK)) {
      rows.computeIfAbsent(row, index -> new HashMap<>()).put(column, cell);
    }
  }
}
