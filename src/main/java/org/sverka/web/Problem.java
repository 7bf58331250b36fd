package org.sverka.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.feed.QueryException;
import org.sverka.text.Messages;

/**
 * What went wrong with a request, as RFC 9457 tells it. Of what was sent it repeats nothing but
 * names of a harmless form.
 *
 * @param status of HTTP
 * @param code what its type is called, such as {@code unknown-filter}; also the key of its texts
 * @param parameter the parameter that it is about; empty if none
 * @param allowed names or values that there are; empty if that does not apply
 * @param headers further headers of the answer
 */
record Problem(
    int status, String code, String parameter, List<String> allowed, Map<String, String> headers) {
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  static Problem of(int status, String code) {
    return new Problem(status, code, "", List.of(), Map.of());
  }

  /**
   * Something that may well work later.
   *
   * @param seconds when to try again
   */
  static Problem later(int status, String code, long seconds) {
    return new Problem(status, code, "", List.of(), Map.of("Retry-After", Long.toString(seconds)));
  }

  static Problem notAllowed(String methods) {
    return new Problem(
        405, "method-not-allowed", "", List.of(methods.split(", ")), Map.of("Allow", methods));
  }

  /** What a failure comes to; one that nobody asked for is written down for the operator. */
  static Problem of(Throwable cause) {
    if (cause instanceof ProblemException known) {
      return known.problem();
    }
    if (cause instanceof QueryException query) {
      return of(query);
    }
    LOG.atError().setCause(cause).log("A request could not be answered");
    return of(500, "internal-error");
  }

  private static Problem of(QueryException query) {
    String parameter = HARMLESS.matcher(query.parameter()).matches() ? query.parameter() : "";
    return switch (query.reason()) {
      case MALFORMED -> of(400, "malformed-query");
      case UNKNOWN_FILTER ->
          new Problem(400, "unknown-filter", parameter, query.allowed(), Map.of());
      case EMPTY_PERIOD -> of(400, "empty-period");
      case BACKWARDS -> of(400, "backwards");
      case SAID_TWICE -> new Problem(400, "said-twice", parameter, query.allowed(), Map.of());
      case BEFORE_THE_LOG ->
          new Problem(400, "before-the-log", parameter, query.allowed(), Map.of());
      case UNKNOWN_VALUE -> new Problem(400, "unknown-value", parameter, query.allowed(), Map.of());
    };
  }

  byte[] json(Messages words) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "urn:sverka:problem:" + code);
    node.put("title", words.text("problem." + code + ".title"));
    node.put("status", status);
    node.put("detail", words.text("problem." + code + ".detail"));
    if (!parameter.isEmpty()) {
      node.put("parameter", parameter);
    }
    if (!allowed.isEmpty()) {
      ArrayNode list = node.putArray("allowed");
      allowed.forEach(list::add);
    }
    try {
      return JSON.writeValueAsString(node).replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of strings and numbers can always be written", e);
    }
  }
}
