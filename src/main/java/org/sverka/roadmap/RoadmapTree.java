package org.sverka.roadmap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the tree that {@link RoadmapJson} writes. */
final class RoadmapTree {
  private RoadmapTree() {}

  /**
   * The roadmap.
   *
   * @throws IllegalArgumentException if a key is missing or of another type
   */
  static Roadmap read(JsonNode root) {
    JsonNode period = root.path("period");
    List<Party> parties =
        list(root, "parties", node -> new Party(text(node, "key"), text(node, "name")));
    return new Roadmap(
        text(root, "id"),
        text(root, "title"),
        new Period(whole(period, "from"), whole(period, "to")),
        parties,
        list(
            root,
            "bodies",
            node -> new Body(text(node, "key"), text(node, "party"), text(node, "name"))),
        list(root, "sections", node -> section(node, parties)));
  }

  private static Section section(JsonNode node, List<Party> parties) {
    return new Section(
        text(node, "number"),
        text(node, "title"),
        list(node, "measures", measure -> measure(measure, parties)));
  }

  private static Measure measure(JsonNode node, List<Party> parties) {
    Map<String, List<Responsible>> responsible = new LinkedHashMap<>();
    for (Party party : parties) {
      responsible.put(
          party.key(),
          list(
              node.path("responsible"),
              party.key(),
              each -> new Responsible(text(each, "body"), text(each, "name"))));
    }
    JsonNode term = node.path("term");
    return new Measure(
        new MeasureNumber(text(node, "number")),
        text(node, "text"),
        responsible,
        new Term(text(term, "text"), whole(term, "from"), whole(term, "to")));
  }

  private static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
    require(node.path(key).isArray(), key);
    List<T> values = new ArrayList<>();
    node.path(key).forEach(each -> values.add(read.apply(each)));
    return values;
  }

  private static String text(JsonNode node, String key) {
    require(node.path(key).isTextual(), key);
    return node.path(key).textValue();
  }

  private static int whole(JsonNode node, String key) {
    require(node.path(key).isInt(), key);
    return node.path(key).intValue();
  }

  private static void require(boolean right, String key) {
    if (!right) {
      throw new IllegalArgumentException("Not the canonical JSON of a roadmap: " + key);
    }
  }
}
