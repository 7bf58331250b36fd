package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.json.GenericJson;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, decoded.
 *
 * @param method the method after an override
 * @param path where to, below the API's root
 * @param query the parameters in camel case
 * @param contentType what the body is said to be; empty if nothing is said
 * @param body the raw body
 * @param authorization the header of that name; empty if there is none
 * @param baseUrl how the caller reaches this server, without a slash at the end
 */
record ApiRequest(
    String method,
    ApiPath path,
    Map<String, List<String>> query,
    String contentType,
    Buffer body,
    String authorization,
    Editor editor,
    String baseUrl) {

  private static final Set<String> STANDARD =
      Set.of(
          "alt",
          "fields",
          "key",
          "accessToken",
          "oauthToken",
          "prettyPrint",
          "quotaUser",
          "userIp",
          "uploadType",
          "uploadProtocol",
          "$.xgafv");

  /** Refuses parameters that this call does not have. */
  void requireQuery(String... known) {
    unknownQuery(List.of(known))
        .ifPresent(
            name -> {
              throw ApiException.invalid(
                  "Invalid JSON payload received. Unknown name \""
                      + name
                      + "\": Cannot bind query parameter. Field '"
                      + name
                      + "' could not be found in request message.");
            });
    if (!text("alt").orElse("json").equals("json")) {
      throw ApiException.unsupported("alt=" + text("alt").orElse(""));
    }
  }

  /** A parameter that neither every call has nor this one. */
  Optional<String> unknownQuery(Collection<String> known) {
    return query.keySet().stream()
        .filter(name -> !STANDARD.contains(name) && !known.contains(name))
        .findFirst();
  }

  Optional<String> text(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  List<String> all(String name) {
    return query.getOrDefault(name, List.of());
  }

  boolean flag(String name) {
    return text(name).map(value -> value.toLowerCase(Locale.ROOT).equals("true")).orElse(false);
  }

  /** A word out of an enumeration; the first of them where none was given. */
  <E extends Enum<E>> Optional<E> word(String name, Class<E> words, String type) {
    return text(name).map(value -> word(value, ApiSchema.snake(name), words, type));
  }

  static <E extends Enum<E>> E word(String value, String field, Class<E> words, String type) {
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(value)) {
        return word;
      }
    }
    throw ApiException.invalid(
        "Invalid value at '"
            + field
            + "' (type.googleapis.com/google.apps.sheets.v4."
            + type
            + "), \""
            + value
            + "\"");
  }

  /**
   * The answer's mask. Says 400, with the cause in the details, where it names what is not in an
   * answer of this type.
   */
  Optional<FieldMask> fields(Class<? extends GenericJson> type) {
    Optional<FieldMask> mask = text("fields").filter(text -> !text.isBlank()).map(FieldMask::parse);
    List<String> unknown = mask.map(known -> ApiSchema.unknownPaths(known, type)).orElse(List.of());
    if (!unknown.isEmpty()) {
      throw ApiException.unknownFields(unknown);
    }
    return mask;
  }

  /** The body, checked against Google's schema; nothing counts as an empty message. */
  ObjectNode body(Class<? extends GenericJson> type, String place) {
    JsonNode json = body.length() == 0 ? Json.object() : Json.parse(body.getBytes());
    return ApiSchema.check(json, type, place);
  }

  /**
   * An answer.
   *
   * @param body the message, if there is one
   * @param content what is answered instead of a message: a download
   */
  record Answer(int status, @Nullable JsonNode body, @Nullable Download content) {
    Answer(int status, @Nullable JsonNode body) {
      this(status, body, null);
    }

    static Answer ok(JsonNode body) {
      return new Answer(200, body);
    }

    static Answer download(String type, byte[] bytes) {
      return new Answer(200, null, new Download(type, Buffer.buffer(bytes)));
    }
  }

  /** A file that is handed out as it is. */
  record Download(String type, Buffer bytes) {}
}
