package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The schemas as a server hands them out, to hold its answers against. */
public final class Schemas {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BASE = "https://schemas.test/schemas/";

  private final SchemaRegistry open;
  private final SchemaRegistry closed;

  /**
   * @param served gives the text at a path
   */
  public Schemas(UnaryOperator<String> served) throws JsonProcessingException {
    Map<String, String> asServed = new HashMap<>();
    Map<String, String> tight = new HashMap<>();
    for (String name : Documents.SCHEMAS) {
      String text = served.apply("/schemas/" + name + ".json");
      asServed.put(BASE + name + ".json", text);
      JsonNode tree = JSON.readTree(text);
      close(tree);
      tight.put(BASE + name + ".json", tree.toString());
    }
    open = registry(asServed);
    closed = registry(tight);
  }

  private static SchemaRegistry registry(Map<String, String> schemas) {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  /** Forbids what is not described, so that nothing is published undescribed. */
  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
      object.put("additionalProperties", false);
    }
    schema.forEach(Schemas::close);
  }

  /** Checks that a body is what the schema says, and nothing more. */
  public void check(String name, String body) {
    for (SchemaRegistry registry : List.of(open, closed)) {
      assertThat(
              registry
                  .getSchema(SchemaLocation.of(BASE + name + ".json"))
                  .validate(
                      body,
                      InputFormat.JSON,
                      context ->
                          context.executionConfig(config -> config.formatAssertionsEnabled(true))))
          .as("%s: %s", name, body)
          .isEmpty();
    }
  }
}
