package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * An error as Google words it.
 *
 * @param name its {@code status}, such as {@code PERMISSION_DENIED}; empty if the body was not JSON
 * @param message Google's own words, fit for a log
 * @param reasons the machine-readable reasons of both error formats
 * @param service whose API it is about, such as {@code drive.googleapis.com}; empty if not said
 */
record Refusal(int status, String name, String message, Set<String> reasons, String service) {

  Refusal {
    reasons = Set.copyOf(reasons);
  }

  static Refusal of(Answer answer) {
    JsonNode error = JsonText.parsed(answer.body()).path("error");
    Set<String> reasons = new HashSet<>();
    error.path("details").forEach(detail -> reasons.add(detail.path("reason").asText("")));
    error.path("errors").forEach(detail -> reasons.add(detail.path("reason").asText("")));
    return new Refusal(
        answer.status(),
        Words.foreign(error.path("status").asText("")),
        Words.foreign(error.path("message").asText("")),
        reasons,
        service(error.path("details")));
  }

  boolean says(String words) {
    return message.contains(words);
  }

  boolean because(String... any) {
    return Set.of(any).stream().anyMatch(reasons::contains);
  }

  private static String service(JsonNode details) {
    for (JsonNode detail : details) {
      String service = detail.path("metadata").path("service").asText("");
      if (!service.isEmpty()) {
        return service;
      }
    }
    return "";
  }
}
