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
import java.util.regex.Pattern;
import org.sverka.roadmap.Descriptor.Category;
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
  private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Set<String> TYPES = Set.of("string", "date", "list");

  private final List<Problem> problems = new ArrayList<>();

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
    if (!reader.problems.isEmpty()) {
      throw new InvalidRoadmapException(file, reader.problems);
    }
    return descriptor;
  }

  private Descriptor descriptor(JsonNode root) {
    List<SigningParty> parties = new ArrayList<>();
    for (JsonNode party : array(root, "parties")) {
      parties.add(
          new SigningParty(
              key(party, "key"),
              text(party, "name"),
              text(party, "heading"),
              text(party, "signature"),
              sites(party)));
    }
    List<Correction> corrections = new ArrayList<>();
    root.path("corrections")
        .forEach(
            node ->
                corrections.add(
                    new Correction(
                        oneOf(node, "in", Set.of("text", "body")),
                        text(node, "read"),
                        text(node, "as"),
                        node.path("because").asText())));
    List<Field> fields = new ArrayList<>();
    array(root.path("working"), "fields").forEach(node -> fields.add(field(node)));
    return new Descriptor(
        key(root, "id"),
        text(root, "title"),
        text(root, "document"),
        zone(root),
        parties,
        corrections,
        root.path("accounts").asText(""),
        sheet(root.path("sheet"), parties),
        fields,
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

  private SheetNames sheet(JsonNode node, List<SigningParty> parties) {
    List<String> keys = new ArrayList<>(List.of("number", "text", "term", "check", "site"));
    parties.forEach(party -> keys.add("responsible." + party.key()));
    Map<String, String> headers = new LinkedHashMap<>();
    keys.forEach(key -> headers.put(key, text(node.path("headers"), key)));
    return new SheetNames(text(node, "tab"), headers);
  }

  private Field field(JsonNode node) {
    List<Category> categories = new ArrayList<>();
    node.path("categories")
        .forEach(c -> categories.add(new Category(key(c, "value"), text(c, "label"))));
    return new Field(
        text(node, "name"),
        text(node, "title"),
        oneOf(node, "type", TYPES),
        categories,
        node.path("constraints").path("maxLength").asInt(0));
  }

  private ZoneId zone(JsonNode root) {
    String name = text(root, "timeZone");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      problem("descriptor.zone", name);
      return ZoneId.of("UTC");
    }
  }

  private Iterable<JsonNode> array(JsonNode node, String name) {
    JsonNode array = node.path(name);
    if (!array.isArray() || array.isEmpty()) {
      problem("descriptor.list", name);
    }
    return array;
  }

  private String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      problem("descriptor.text", name);
      return "?";
    }
    return value.asText();
  }

  private String key(JsonNode node, String name) {
    String value = text(node, name);
    if (!value.equals("?") && !KEY.matcher(value).matches()) {
      problem("descriptor.key", name, value);
    }
    return value;
  }

  private String oneOf(JsonNode node, String name, Set<String> allowed) {
    String value = text(node, name);
    if (!value.equals("?") && !allowed.contains(value)) {
      problem(
          "descriptor.choice", name, value, String.join(", ", allowed.stream().sorted().toList()));
    }
    return value;
  }

  private void problem(String key, Object... arguments) {
    problems.add(new Problem(0, MESSAGES.text(key, arguments)));
  }
}
