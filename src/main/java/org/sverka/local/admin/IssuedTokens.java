package org.sverka.local.admin;

import java.util.Set;

/** A pair of tokens as it was handed out; {@code seconds} is how long the first is good for. */
public record IssuedTokens(
    String accessToken, String refreshToken, long seconds, Set<String> scopes) {
  public IssuedTokens {
    scopes = Set.copyOf(scopes);
  }
}
