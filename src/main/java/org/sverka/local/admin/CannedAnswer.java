package org.sverka.local.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that stands in for the real one.
 *
 * @param body null for what Google sends with that status
 */
public record CannedAnswer(
    int status, Map<String, String> headers, String contentType, @Nullable String body) {
  public CannedAnswer {
    headers = Map.copyOf(headers);
  }
}
