package org.sverka.roadmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sverka.roadmap.Descriptor.Correction;
import org.sverka.roadmap.Descriptor.Field;
import org.sverka.roadmap.Descriptor.SheetNames;
import org.sverka.roadmap.Descriptor.SigningParty;
import org.sverka.roadmap.InvalidRoadmapException.Problem;
import org.sverka.text.Messages;

/** Reads a {@link Descriptor} from its JSON and reports all that is wrong with it at once. */
public final class DescriptorReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Messages MESSAGES = Messages.of(DescriptorReader.class, "en");

  private final JsonValues values = new JsonValues();
  private final FieldReader fieldReader = new FieldReader(values);

  private DescriptorReader() {}

  /**
   * Reads a descriptor.
   *
   * @param file its name, for messages
   * @throws InvalidRoadmapException if it is not one
   */
  public static Descriptor read(String file, String json) {
    DescriptorReader reader = new DescriptorReader();
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidRoadmapException(
          file,
          List.of(
              new Problem(
                  e.getLocation().getLineNr(),
                  MESSAGES.text(
                      "descriptor.json",
                      e.getOriginalMessage().replaceAll(" \\(start marker at .*", "")))));
    }
    Descriptor descriptor = reader.descriptor(root);
    reader.values.problems().throwIfAny(file);
    return descriptor;
  }

  private Descriptor descriptor(JsonNode root) {
    List<SigningParty> parties = new ArrayList<>();
    for (JsonNode party : values.array(root, "parties")) {
      parties.add(
          new SigningParty(
              values.key(party, "key"),
              values.text(party, "name"),
              values.text(party, "heading"),
              values.text(party, "signature"),
              sites(party)));
    }
    List<Correction> corrections = new ArrayList<>();
    root.path("corrections")
        .forEach(
            node ->
                corrections.add(
                    new Correction(
                        values.oneOf(node, "in", Set.of("text", "body")),
                        values.text(node, "read"),
                        values.text(node, "as"),
                        node.path("because").asText())));
    List<Field> fields = new ArrayList<>();
    values
        .array(root.path("working"), "fields")
        .forEach(node -> fields.add(fieldReader.read(node)));
    return new Descriptor(
        values.key(root, "id"),
        values.text(root, "title"),
        values.text(root, "document"),
        zone(root),
        parties,
        corrections,
        root.path("accounts").asText(""),
        sheet(root.path("sheet"), parties),
        fields,
        rulesOff(root),
        openData(root.path("openData")));
  }

  private static OpenData openData(JsonNode node) {
    List<String> keywords = new ArrayList<>();
    node.path("keywords").forEach(word -> keywords.add(word.asText()));
    JsonNode contact = node.path("contact");
    return new OpenData(
        node.path("identifier").asText(),
        node.path("owner").asText(),
        new OpenData.Contact(
            contact.path("name").asText(),
            contact.path("phone").asText(),
            contact.path("mail").asText()),
        node.path("licence").asText(),
        keywords);
  }

  private static List<String> sites(JsonNode party) {
    List<String> sites = new ArrayList<>();
    party.path("sites").forEach(site -> sites.add(site.asText()));
    return sites;
  }

  private List<String> rulesOff(JsonNode root) {
    List<String> off = new ArrayList<>();
    root.path("rules").path("off").forEach(rule -> off.add(rule.asText()));
    return off;
  }

  private SheetNames sheet(JsonNode node, List<SigningParty> parties) {
    List<String> keys = new ArrayList<>(List.of("number", "text", "term", "check", "site"));
    parties.forEach(party -> keys.add("responsible." + party.key()));
    Map<String, String> headers = new LinkedHashMap<>();
    keys.forEach(key -> headers.put(key, values.text(node.path("headers"), key)));
    return new SheetNames(values.text(node, "tab"), headers);
  }

  private ZoneId zone(JsonNode root) {
    String name = values.text(root, "timeZone");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      values.problems().add(0, "descriptor.zone", name);
      return ZoneId.of("UTC");
    }
  }
}
