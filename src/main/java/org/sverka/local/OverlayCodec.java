package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What lies over a tab, as text in the store. */
final class OverlayCodec {
  private OverlayCodec() {}

  static ObjectNode write(Overlays overlays) {
    ObjectNode json = Json.object();
    ArrayNode names = json.putArray("names");
    for (NamedRange name : overlays.names()) {
      names
          .addObject()
          .put("id", name.id())
          .put("name", name.name())
          .set("range", Ranges.json(name.range()));
    }
    if (overlays.filter() != null) {
      json.set("filter", write(overlays.filter()));
    }
    json.set("filterViews", list(overlays.filterViews()));
    json.set("bandings", list(overlays.bandings()));
    return json;
  }

  private static ArrayNode list(List<Overlay> overlays) {
    ArrayNode list = Json.array();
    overlays.forEach(overlay -> list.add(write(overlay)));
    return list;
  }

  private static ObjectNode write(Overlay overlay) {
    ObjectNode json = Json.object().put("id", overlay.id());
    json.set("range", Ranges.json(overlay.range()));
    json.set("rest", overlay.rest());
    return json;
  }

  static Overlays read(JsonNode json) {
    if (json.isMissingNode()) {
      return Overlays.NONE;
    }
    List<NamedRange> names = new ArrayList<>();
    for (JsonNode name : json.get("names")) {
      names.add(new NamedRange(name.get("id").asText(), name.get("name").asText(), range(name)));
    }
    Overlay filter = json.has("filter") ? overlay(json.get("filter")) : null;
    return new Overlays(
        names, filter, overlays(json.get("filterViews")), overlays(json.get("bandings")));
  }

  private static List<Overlay> overlays(JsonNode list) {
    List<Overlay> overlays = new ArrayList<>();
    list.forEach(item -> overlays.add(overlay(item)));
    return overlays;
  }

  private static Overlay overlay(JsonNode json) {
    return new Overlay(json.get("id").asInt(), range(json), (ObjectNode) json.get("rest"));
  }

  private static GridRange range(JsonNode json) {
    return Ranges.stored((ObjectNode) json.get("range"));
  }
}
