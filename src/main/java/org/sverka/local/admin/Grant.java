package org.sverka.local.admin;

import java.time.Instant;
import java.util.Set;

/**
 * What a token stands for.
 *
 * @param scopes the OAuth scopes, as addresses
 * @param expires from when on it is refused
 */
public record Grant(String email, Set<String> scopes, Instant expires) {
  public Grant {
    scopes = Set.copyOf(scopes);
  }
}
