package org.sverka.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.api.client.http.HttpResponseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a token endpoint says no (RFC 6749, 5.2).
 *
 * @param error its code, such as {@code invalid_grant}; empty if the answer was not JSON
 * @param description in its own words, fit for a log: one line, without what may be a secret
 * @param date the header of that name; empty if it was not sent
 */
record TokenRefusal(int status, String error, String description, String date) {
  /** It is sent secrets as such, so nothing is quoted that is long and without a break. */
  private static final Pattern SECRET = Pattern.compile("\\S{16,}");

  /** Finds the answer behind a failure of Google's libraries; empty if there was none. */
  static Optional<TokenRefusal> of(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof HttpResponseException refused) {
        return Optional.of(of(refused));
      }
    }
    return Optional.empty();
  }

  boolean says(String words) {
    return description.contains(words);
  }

  private static TokenRefusal of(HttpResponseException refused) {
    JsonNode json = JsonText.parsed(Absent.text(refused.getContent()));
    return new TokenRefusal(
        refused.getStatusCode(),
        code(json.path("error").asText("")),
        shown(json.path("error_description").asText("")),
        Absent.text(refused.getHeaders().getDate()));
  }

  private static String code(String error) {
    return error.matches("[a-z_]{1,40}") ? error : "";
  }

  private static String shown(String words) {
    return SECRET.matcher(Words.foreign(words)).replaceAll("[…]");
  }
}
