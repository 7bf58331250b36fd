package org.sverka.local.admin;

import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may ask for tokens.
 *
 * @param email its name
 * @param project the number of the Cloud project whose quota it uses
 * @param key what its assertions must be signed with; null if they are not checked
 * @param roles by spreadsheet; {@link #ANY} stands for those that are not named
 */
public record Account(
    String email, String project, @Nullable PublicKey key, Map<String, Role> roles) {

  /** Stands for every spreadsheet that has no role of its own. */
  public static final String ANY = "*";

  public Account {
    roles = Map.copyOf(roles);
  }

  /** What it may do with that spreadsheet. */
  public Role role(String spreadsheetId) {
    return roles.getOrDefault(spreadsheetId, roles.getOrDefault(ANY, Role.NONE));
  }

  /** The same account with one more role. */
  public Account with(String spreadsheetId, Role role) {
    Map<String, Role> more = new LinkedHashMap<>(roles);
    more.put(spreadsheetId, role);
    return new Account(email, project, key, more);
  }
}
