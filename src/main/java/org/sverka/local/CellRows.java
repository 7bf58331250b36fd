package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The {@code rows} of cell data in a request. */
final class CellRows {
  private CellRows() {}

  static List<List<ObjectNode>> read(Params request) {
    List<List<ObjectNode>> rows = new ArrayList<>();
    for (Params row : request.children("rows")) {
      rows.add(row.rawChildren("values"));
    }
    return rows;
  }

  /** The data for one cell; empty where there is none. */
  static ObjectNode at(List<List<ObjectNode>> rows, int row, int column) {
    boolean there = row < rows.size() && column < rows.get(row).size();
    return there ? rows.get(row).get(column) : Json.object();
  }
}
