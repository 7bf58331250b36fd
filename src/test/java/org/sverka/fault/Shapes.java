package org.sverka.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Other shapes of the answer to a read. */
final class Shapes {
  static final String BLOCK = "/sheets/0/data/0";

  private Shapes() {}

  static ObjectNode block(JsonNode answer) {
    return (ObjectNode) answer.at(BLOCK);
  }

  static void reorder(ObjectNode answer) {
    ArrayNode sheets = (ArrayNode) answer.path("sheets");
    ObjectNode other = JsonNodeFactory.instance.objectNode();
    other.putObject("properties").put("sheetId", 5).put("title", "Лист");
    sheets.insert(0, other);
    turn(answer);
  }

  /** Has the fields of every object in the opposite order. */
  private static void turn(JsonNode node) {
    node.forEach(Shapes::turn);
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
      object.removeAll();
      for (int i = fields.size() - 1; i >= 0; i--) {
        object.set(fields.get(i).getKey(), fields.get(i).getValue());
      }
    }
  }

  static void reverse(ArrayNode list) {
    for (int i = list.size() - 1; i >= 0; i--) {
      list.add(list.remove(i));
    }
  }

  static void grow(ObjectNode answer) {
    ObjectNode size = (ObjectNode) answer.at("/sheets/0/properties/gridProperties");
    size.put("rowCount", size.path("rowCount").asInt() + 200);
    ArrayNode lines = (ArrayNode) answer.at(BLOCK + "/rowMetadata");
    for (int i = 0; i < 200; i++) {
      lines.addObject().put("pixelSize", 21);
    }
  }

  static void leaveOutEmpty(ObjectNode answer) {
    ArrayNode rows = (ArrayNode) answer.at(BLOCK + "/rowData");
    for (JsonNode row : rows) {
      leaveOut((ArrayNode) row.path("values"));
    }
    leaveOut(rows);
  }

  private static void leaveOut(ArrayNode list) {
    while (!list.isEmpty() && isEmpty(list.get(list.size() - 1))) {
      list.remove(list.size() - 1);
    }
  }

  private static boolean isEmpty(JsonNode node) {
    return node.isEmpty()
        || (node.size() == 1 && node.path("values").isEmpty() && node.has("values"));
  }

  static void sendEmpty(ObjectNode answer) {
    int columns = answer.at("/sheets/0/properties/gridProperties/columnCount").asInt();
    int lines = answer.at("/sheets/0/properties/gridProperties/rowCount").asInt();
    ArrayNode rows = (ArrayNode) answer.at(BLOCK + "/rowData");
    while (rows.size() < lines) {
      rows.addObject();
    }
    for (JsonNode row : rows) {
      ArrayNode cells = ((ObjectNode) row).withArray("values");
      while (cells.size() < columns) {
        cells.addObject();
      }
    }
  }
}
