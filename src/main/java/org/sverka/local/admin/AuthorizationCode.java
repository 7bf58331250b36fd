package org.sverka.local.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;

/**
 * What a person has consented to, to be exchanged for tokens once.
 *
 * @param challenge the S256 code challenge of RFC 7636; empty if the client sent none
 */
public record AuthorizationCode(
    String email, String clientId, String redirectUri, Set<String> scopes, String challenge) {
  public AuthorizationCode {
    scopes = Set.copyOf(scopes);
  }

  /** Whether that verifier is the one that the challenge was made of. */
  boolean isProvenBy(String verifier) {
    return challenge.isEmpty() ? verifier.isEmpty() : challenge.equals(challengeOf(verifier));
  }

  private static String challengeOf(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
