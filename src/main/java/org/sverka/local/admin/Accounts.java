package org.sverka.local.admin;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts, and the tokens that they hold. Safe for use by several threads. */
public final class Accounts {
  private static final int TOKEN_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Map<String, Grant> access = new ConcurrentHashMap<>();
  private final Map<String, Grant> refresh = new ConcurrentHashMap<>();
  private final Map<String, AuthorizationCode> codes = new ConcurrentHashMap<>();

  Accounts(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds an account, or puts it in the place of the one of that name. */
  public void put(Account account) {
    accounts.put(account.email(), account);
  }

  public Optional<Account> find(String email) {
    return Optional.ofNullable(accounts.get(email));
  }

  /** All of them, by name. */
  public List<String> emails() {
    return accounts.keySet().stream().sorted().toList();
  }

  /** Removes an account with all that it holds. */
  public void remove(String email) {
    accounts.remove(email);
    revoke(email);
    codes.values().removeIf(code -> code.email().equals(email));
  }

  /** Makes an account's tokens worthless, those for refreshing too. */
  public void revoke(String email) {
    access.values().removeIf(grant -> grant.email().equals(email));
    refresh.values().removeIf(grant -> grant.email().equals(email));
  }

  void clear() {
    accounts.clear();
    access.clear();
    refresh.clear();
    codes.clear();
  }

  /** Gives an account a role; nothing happens where there is no such account. */
  public void share(String email, String spreadsheetId, Role role) {
    accounts.computeIfPresent(email, (name, account) -> account.with(spreadsheetId, role));
  }

  /** Hands out tokens of which the first expires in so many seconds; none or fewer: it has. */
  public IssuedTokens issue(String email, Set<String> scopes, long seconds) {
    return issue(secret("ya29."), email, scopes, seconds);
  }

  /** The same, with an access token that the caller has chosen. */
  public IssuedTokens issue(String token, String email, Set<String> scopes, long seconds) {
    Grant grant = new Grant(email, scopes, clock.instant().plusSeconds(seconds));
    String refreshToken = secret("1//0");
    access.put(token, grant);
    refresh.put(refreshToken, grant);
    return new IssuedTokens(token, refreshToken, seconds, scopes);
  }

  /** What a token stands for; nothing if it is unknown or has expired. */
  public Optional<Grant> grant(String token) {
    return Optional.ofNullable(access.get(token))
        .filter(grant -> clock.instant().isBefore(grant.expires()));
  }

  /** What a refresh token stands for. */
  Optional<Grant> refreshable(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Keeps what was consented to and returns the code for it. */
  public String keep(AuthorizationCode consent) {
    String code = secret("4/0");
    codes.put(code, consent);
    return code;
  }

  /** Takes a code, which can be taken once. */
  Optional<AuthorizationCode> take(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  private String secret(String start) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return start + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
