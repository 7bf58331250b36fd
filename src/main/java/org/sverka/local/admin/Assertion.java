package org.sverka.local.admin;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The signed statement with which a service account asks for a token (RFC 7523). Its {@code aud} is
 * not looked at: the client libraries keep Google's own address there wherever they send it.
 */
final class Assertion {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final JsonWebSignature signed;

  private Assertion(JsonWebSignature signed) {
    this.signed = signed;
  }

  /** Takes an assertion apart; nothing if it is none. */
  static Optional<Assertion> parse(String text) {
    try {
      return Optional.of(
          new Assertion(JsonWebSignature.parse(GsonFactory.getDefaultInstance(), text)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The account that speaks. */
  String issuer() {
    String issuer = signed.getPayload().getIssuer();
    return issuer == null ? "" : issuer;
  }

  Set<String> scopes() {
    return Scopes.parse(signed.getPayload().get("scope") instanceof String text ? text : "");
  }

  /** Whether it is good now, and for no longer than an hour, give or take the clocks. */
  boolean isTimely(Instant now) {
    JsonWebToken.Payload payload = signed.getPayload();
    Long issued = payload.getIssuedAtTimeSeconds();
    Long expires = payload.getExpirationTimeSeconds();
    if (issued == null || expires == null) {
      return false;
    }
    long seconds = now.getEpochSecond();
    return issued - SKEW.toSeconds() <= seconds
        && seconds < expires
        && expires - issued <= LONGEST.toSeconds();
  }

  boolean isSignedWith(PublicKey key) {
    try {
      return signed.verifySignature(key);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
