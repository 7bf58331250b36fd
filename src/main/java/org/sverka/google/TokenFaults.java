package org.sverka.google;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.google.TokenFault.Until;

/**
 * Says of each way in which a token can be refused what happened and what an operator can do.
 *
 * @param name of the credentials: their file
 * @param account as messages may show it; empty if it is not known
 */
record TokenFaults(String name, String account, Credentials.Kind kind, InstantSource clock) {
  private static final Map<String, String> BY_CODE =
      Map.of(
          "invalid_client", "token-client",
          "deleted_client", "token-client",
          "disabled_client", "token-client-off",
          "unauthorized_client", "token-client-off",
          "invalid_scope", "token-scope",
          "access_denied", "token-scope",
          "admin_policy_enforced", "token-policy",
          "org_internal", "token-policy");

  /** What only other credentials mend; the rest is mended in a console of Google's. */
  private static final Set<String> FOR_GOOD = Set.of("token-client", "token-revoked");

  /** What default credentials, which are no file of Sverka's, need another remedy for. */
  private static final Set<String> ELSEWHERE =
      Set.of("token-signature", "token-account", "token-revoked", "token-client", "token-refused");

  TokenFault of(IOException e) {
    Optional<TokenRefusal> refusal = TokenRefusal.of(e);
    if (refusal.isPresent()) {
      return of(refusal.get());
    }
    // What the library makes of an answer that it can't read, or of none at all.
    Network network = Network.of(e);
    String key = network == Network.OTHER ? "token-unusable" : "token." + network.key();
    return new TokenFault(text(key, network.detail(e)), network.passes(), Until.SOON);
  }

  private TokenFault of(TokenRefusal refusal) {
    int status = refusal.status();
    if (status == 429 || status == 408 || status >= 500) {
      String text = text("token-later", status + " " + refusal.description());
      return new TokenFault(text, true, Until.SOON);
    }
    String said = (refusal.error() + " " + refusal.description()).strip();
    if (refusal.says("short-lived token") || refusal.says("iat and exp")) {
      return new TokenFault(clock(refusal, said), false, Until.LATER);
    }
    String key = key(refusal);
    boolean isDefault = kind == Credentials.Kind.DEFAULT;
    String shown = isDefault && ELSEWHERE.contains(key) ? "default." + key : key;
    return new TokenFault(
        text(shown, said.isEmpty() ? "HTTP " + status : said),
        false,
        FOR_GOOD.contains(key) && !isDefault ? Until.CHANGED : Until.LATER);
  }

  private String key(TokenRefusal refusal) {
    if (refusal.says("Invalid JWT Signature")) {
      return "token-signature";
    }
    if (refusal.says("expired or revoked") || isPersonsGrant(refusal)) {
      return "token-revoked";
    }
    if (refusal.says("account not found")) {
      return "token-account";
    }
    return BY_CODE.getOrDefault(refusal.error(), "token-refused");
  }

  private boolean isPersonsGrant(TokenRefusal refusal) {
    return kind == Credentials.Kind.PERSON && refusal.error().equals("invalid_grant");
  }

  private String clock(TokenRefusal refusal, String said) {
    Optional<Duration> ahead = ahead(refusal.date());
    if (ahead.isEmpty()) {
      return text("token-clock", said);
    }
    boolean behind = ahead.get().isNegative();
    return Words.operator(
        behind ? "token-clock-behind" : "token-clock-ahead",
        name,
        account,
        said,
        ahead.get().abs().toSeconds());
  }

  /** By how much the clock of this machine is ahead of the server's. */
  private Optional<Duration> ahead(String date) {
    return HttpDate.parse(date).map(server -> Duration.between(server, clock.instant()));
  }

  private String text(String key, String detail) {
    return Words.operator(key, name, account, detail);
  }
}
