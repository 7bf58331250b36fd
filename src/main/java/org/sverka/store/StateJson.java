package org.sverka.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The parts of a state as JSON, one key for each component of the record. What is written is read
 * back equal; equal values are equal texts. A key too many or too few is an error: after a change
 * of the records the kept states have to be migrated, not guessed at.
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

  private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

  private StateJson() {}

  static String write(Object part) {
    try {
      return escapeSurrogates(JSON.writeValueAsString(part));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Records of texts and moments can always be written", e);
    }
  }

  static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return JSON.readValue(json, type);
  }

  // Half of a surrogate pair can be typed into a cell, but not be written as UTF-8. In JSON it can
  // only stand inside a text, where an escape means the same.
  private static String escapeSurrogates(String json) {
    return HALF_A_PAIR.matcher(json).replaceAll(StateJson::escape);
  }

  private static String escape(MatchResult half) {
    return String.format("\\\\u%04x", (int) half.group().charAt(0));
  }
}
