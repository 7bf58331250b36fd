package org.sverka.roadmap;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.sverka.text.CanonicalJson;

/** The canonical JSON of a roadmap: RFC 8785, UTF-8, so that equal documents are equal bytes. */
public final class RoadmapJson {
  private static final JsonMapper JSON = new JsonMapper();

  private RoadmapJson() {}

  /** The bytes whose SHA-256 names the edition. */
  public static byte[] canonical(Roadmap roadmap) {
    return CanonicalJson.bytes(tree(roadmap));
  }

  /**
   * The roadmap that these bytes spell.
   *
   * @throws IllegalArgumentException if they are not what {@link #canonical} writes
   */
  public static Roadmap read(byte[] canonical) {
    try {
      return RoadmapTree.read(JSON.readTree(canonical));
    } catch (IOException e) {
      throw new IllegalArgumentException("Not the canonical JSON of a roadmap", e);
    }
  }

  private static ObjectNode tree(Roadmap roadmap) {
    ObjectNode root = JSON.createObjectNode();
    root.put("id", roadmap.id()).put("title", roadmap.title());
    root.putObject("period").put("from", roadmap.period().from()).put("to", roadmap.period().to());
    ArrayNode parties = root.putArray("parties");
    roadmap
        .parties()
        .forEach(party -> parties.addObject().put("key", party.key()).put("name", party.name()));
    ArrayNode bodies = root.putArray("bodies");
    for (Body body : roadmap.bodies()) {
      bodies.addObject().put("key", body.key()).put("party", body.party()).put("name", body.name());
    }
    ArrayNode sections = root.putArray("sections");
    for (Section section : roadmap.sections()) {
      ObjectNode node = sections.addObject();
      node.put("number", section.number()).put("title", section.title());
      ArrayNode measures = node.putArray("measures");
      section.measures().forEach(measure -> add(measures.addObject(), measure));
    }
    return root;
  }

  private static void add(ObjectNode node, Measure measure) {
    node.put("number", measure.number().value()).put("text", measure.text());
    ObjectNode responsible = node.putObject("responsible");
    measure
        .responsible()
        .forEach(
            (party, bodies) -> {
              ArrayNode list = responsible.putArray(party);
              bodies.forEach(b -> list.addObject().put("body", b.body()).put("name", b.name()));
            });
    Term term = measure.term();
    node.putObject("term").put("text", term.text()).put("from", term.from()).put("to", term.to());
  }
}
