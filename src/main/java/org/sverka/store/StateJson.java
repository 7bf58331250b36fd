package org.sverka.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.Pattern;

/**
 * The parts of a state as JSON, one key for each component of the record. What is written is read
 * back equal, if its texts are well-formed; equal values are equal texts. A key too many or too few
 * is an error: after a change of the records the kept states have to be migrated, not guessed at.
 */
final class StateJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // Cell.isEmpty and the like are answers, not components.
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  // Cells have none; a header or the like might, and no JSON with one can be read again.
  private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

  private StateJson() {}

  static String write(Object part) {
    try {
      return HALF_A_PAIR.matcher(JSON.writeValueAsString(part)).replaceAll("\uFFFD");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records of texts and moments can always be written", e);
    }
  }

  static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return JSON.readValue(json, type);
  }

  /**
   * The same, where a list may be left out.
   *
   * @param list its key; left out it is empty
   */
  static <T> T read(String json, Class<T> type, String list) throws JsonProcessingException {
    ObjectNode tree = JSON.readValue(json, ObjectNode.class);
    if (!tree.has(list)) {
      ArrayNode unused = tree.putArray(list);
    }
    return JSON.treeToValue(tree, type);
  }
}
