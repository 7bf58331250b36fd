package org.sverka.local.admin;

import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out access tokens, as Google's token endpoint does: for the assertion of a service account
 * (RFC 7523), for a refresh token, and for an authorization code with PKCE (RFC 6749, RFC 7636).
 * The errors have Google's words where they are known from reports.
 */
public final class TokenEndpoint {
  private static final String INVALID = "invalid_grant";
  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final long SECONDS = 3599;

  private final Controls controls;
  private final InstantSource clock;

  public TokenEndpoint(Controls controls, InstantSource clock) {
    this.controls = controls;
    this.clock = clock;
  }

  /** Answers a request with those form fields. */
  public TokenAnswer answer(Map<String, String> form) {
    String type = form.getOrDefault("grant_type", "");
    return switch (type) {
      case JWT_BEARER -> assertion(form.getOrDefault("assertion", ""));
      case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
      case "authorization_code" -> code(form);
      case "" ->
          TokenAnswer.refusal("invalid_request", "Required parameter is missing: grant_type");
      default -> TokenAnswer.refusal("unsupported_grant_type", "Invalid grant_type: " + type);
    };
  }

  private TokenAnswer assertion(String text) {
    Optional<Assertion> parsed = Assertion.parse(text);
    if (parsed.isEmpty()) {
      return TokenAnswer.refusal(INVALID, "Invalid JWT: Failed parsing JWT claims.");
    }
    Assertion assertion = parsed.get();
    Optional<Account> account = controls.accounts().find(assertion.issuer());
    if (account.isEmpty() && controls.tokensDemanded()) {
      return TokenAnswer.refusal(INVALID, "Invalid grant: account not found");
    }
    PublicKey key = account.map(Account::key).orElse(null);
    if (key != null && !assertion.isSignedWith(key)) {
      return TokenAnswer.refusal(INVALID, "Invalid JWT Signature.");
    }
    if (!assertion.isTimely(clock.instant())) {
      return TokenAnswer.refusal(
          INVALID,
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    Set<String> scopes = assertion.scopes();
    return scopes.isEmpty()
        ? TokenAnswer.refusal("invalid_scope", "Invalid OAuth scope or ID token audience provided.")
        : TokenAnswer.of(controls.accounts().issue(assertion.issuer(), scopes, SECONDS));
  }

  private TokenAnswer refresh(String token) {
    return controls
        .accounts()
        .refreshable(token)
        .map(
            grant ->
                TokenAnswer.of(controls.accounts().issue(grant.email(), grant.scopes(), SECONDS)))
        .orElseGet(() -> TokenAnswer.refusal(INVALID, "Token has been expired or revoked."));
  }

  private TokenAnswer code(Map<String, String> form) {
    Optional<AuthorizationCode> found = controls.accounts().take(form.getOrDefault("code", ""));
    if (found.isEmpty()) {
      return TokenAnswer.refusal(INVALID, "Malformed auth code.");
    }
    AuthorizationCode code = found.get();
    if (!code.clientId().equals(form.getOrDefault("client_id", ""))) {
      return TokenAnswer.refusal(INVALID, "Bad Request");
    }
    if (!code.redirectUri().equals(form.getOrDefault("redirect_uri", ""))) {
      return TokenAnswer.refusal("redirect_uri_mismatch", "Bad Request");
    }
    String verifier = form.getOrDefault("code_verifier", "");
    if (!code.isProvenBy(verifier)) {
      return TokenAnswer.refusal(
          INVALID, verifier.isEmpty() ? "Missing code verifier." : "Invalid code verifier.");
    }
    return TokenAnswer.refreshable(controls.accounts().issue(code.email(), code.scopes(), SECONDS));
  }
}
