package org.sverka.roadmap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which accounts belong to which party. What is in it stays in the process: an account is only ever
 * looked up, and the answer is a party.
 *
 * @param parties key of the party by account: an address in small letters, a domain with its
 *     {@code @} before it, or the id by which Drive knows an account
 */
public record Accounts(Map<String, String> parties) {
  /** Nobody's account is known. */
  public static final Accounts NONE = new Accounts(Map.of());

  public Accounts {
    parties = Map.copyOf(parties);
  }

  /** Made from the accounts of each party. */
  static Accounts of(Map<String, List<String>> byParty) {
    Map<String, String> parties = new HashMap<>();
    byParty.forEach(
        (party, accounts) ->
            accounts.forEach(account -> parties.put(account.toLowerCase(Locale.ROOT), party)));
    return new Accounts(parties);
  }

  /** Whether no account is known. */
  public boolean isEmpty() {
    return parties.isEmpty();
  }

  /**
   * The party of an account: by its address or id, else by the domain of its address.
   *
   * @param address may be empty
   * @param id may be empty
   */
  public Optional<String> party(String address, String id) {
    String known = address.toLowerCase(Locale.ROOT);
    String domain = known.substring(Math.max(0, known.lastIndexOf('@')));
    return Optional.ofNullable(parties.get(known))
        .or(() -> Optional.ofNullable(parties.get(id)))
        .or(() -> Optional.ofNullable(parties.get(domain)));
  }

  /** Says nothing of whose they are: it may be printed by mistake. */
  @Override
  public String toString() {
    return "Accounts[" + parties.size() + "]";
  }
}
