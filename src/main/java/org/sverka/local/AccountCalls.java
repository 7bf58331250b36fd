package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.util.PemReader;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.admin.Account;
import org.sverka.local.admin.Accounts;
import org.sverka.local.admin.AuthorizationCode;
import org.sverka.local.admin.IssuedTokens;
import org.sverka.local.admin.Role;
import org.sverka.local.admin.Scopes;

/** What can be asked of the admin port about accounts and tokens. No token is ever told again. */
final class AccountCalls {
  private static final String ALL_SCOPES =
      "https://www.googleapis.com/auth/spreadsheets https://www.googleapis.com/auth/drive";
  private static final int HOUR = 3599;

  private final Accounts accounts;

  AccountCalls(Accounts accounts) {
    this.accounts = accounts;
  }

  Answer carryOut(String call, ApiPath path, Params body) {
    return switch (call) {
      case "GET accounts" -> Answer.ok(all());
      case "PUT accounts/id" -> put(path.get(1), body);
      case "DELETE accounts/id" -> remove(path.get(1));
      case "DELETE accounts/id/id" -> revoke(path);
      case "POST tokens" -> issue(body);
      case "POST codes" -> consent(body);
      default -> throw ApiException.notFound();
    };
  }

  private ObjectNode all() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("accounts");
    accounts.emails().forEach(email -> accounts.find(email).ifPresent(a -> list.add(write(a))));
    return json;
  }

  private static ObjectNode write(Account account) {
    ObjectNode json = Json.object().put("email", account.email());
    json.put("project", account.project()).put("keyRegistered", account.key() != null);
    ObjectNode roles = json.putObject("roles");
    account.roles().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(role -> roles.put(role.getKey(), role.getValue().name()));
    return json;
  }

  private Answer put(String email, Params body) {
    Account account =
        new Account(
            email,
            body.text("project", "0"),
            key(body.text("publicKey", "")),
            roles(Optional.ofNullable(body.raw("roles")).orElseGet(Json::object)));
    body.done();
    accounts.put(account);
    return Answer.ok(write(account));
  }

  private static Map<String, Role> roles(ObjectNode given) {
    Map<String, Role> roles = new LinkedHashMap<>();
    given
        .properties()
        .forEach(
            entry ->
                roles.put(
                    entry.getKey(),
                    ApiRequest.word(entry.getValue().asText(), "roles", Role.class, "Role")));
    return roles;
  }

  private static @Nullable PublicKey key(String pem) {
    if (pem.isBlank()) {
      return null;
    }
    try {
      PemReader.Section section =
          PemReader.readFirstSectionAndClose(new StringReader(pem), "PUBLIC KEY");
      if (section != null) {
        return KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(section.getBase64DecodedBytes()));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // Said below.
    }
    throw ApiException.invalid("publicKey must be an RSA key in PEM, with BEGIN PUBLIC KEY.");
  }

  private Answer remove(String email) {
    accounts.remove(email);
    return Answer.ok(all());
  }

  private Answer revoke(ApiPath path) {
    if (!path.get(2).equals("tokens")) {
      throw ApiException.notFound();
    }
    accounts.revoke(path.get(1));
    return Answer.ok(all());
  }

  private Answer issue(Params body) {
    String email = known(body);
    String chosen = body.text("token", "");
    var scopes = Scopes.parse(body.text("scope", ALL_SCOPES));
    int seconds = body.integer("expiresIn", HOUR);
    body.done();
    IssuedTokens tokens =
        chosen.isEmpty()
            ? accounts.issue(email, scopes, seconds)
            : accounts.issue(chosen, email, scopes, seconds);
    return Answer.ok(
        Json.object()
            .put("access_token", tokens.accessToken())
            .put("refresh_token", tokens.refreshToken())
            .put("expires_in", tokens.seconds())
            .put("scope", Scopes.write(tokens.scopes()))
            .put("token_type", "Bearer"));
  }

  private Answer consent(Params body) {
    String method = body.text("codeChallengeMethod", "S256").toUpperCase(Locale.ROOT);
    if (!method.equals("S256")) {
      throw ApiException.unsupported("codeChallengeMethod " + method);
    }
    AuthorizationCode consent =
        new AuthorizationCode(
            known(body),
            body.text("clientId", ""),
            body.text("redirectUri", ""),
            Scopes.parse(body.text("scope", ALL_SCOPES)),
            body.text("codeChallenge", ""));
    body.done();
    return Answer.ok(Json.object().put("code", accounts.keep(consent)));
  }

  private String known(Params body) {
    String email = body.text("email", "");
    if (accounts.find(email).isEmpty()) {
      throw ApiException.invalid("There is no account " + email + "; make it with PUT /accounts/.");
    }
    return email;
  }
}
