package org.sverka.roadmap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sverka.roadmap.Descriptor.SigningParty;
import org.sverka.roadmap.InvalidRoadmapException.Problem;
import org.sverka.text.Messages;

/**
 * Reads {@link Accounts} from JSON such as {@code {"spb": ["@gov.spb.ru", "a.b@example.org"]}}.
 * What is wrong with it is said by place, never by quoting an account.
 */
public final class AccountsReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Messages MESSAGES = Messages.of(AccountsReader.class, "en");
  private static final Pattern ACCOUNT = Pattern.compile("[^\\s@]*@[^\\s@]+|\\d+");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private AccountsReader() {}

  /**
   * Reads the accounts.
   *
   * @param file its name, for messages
   * @throws InvalidRoadmapException if it is not JSON of that form, names a party that there is
   *     not, or gives one account to two
   */
  public static Accounts read(String file, String json, Descriptor descriptor) {
    AccountsReader reader = new AccountsReader();
    Map<String, List<String>> byParty = new LinkedHashMap<>();
    try {
      JsonNode root = JSON.readTree(json);
      reader.require(root.isObject(), "accounts.object");
      List<String> parties = descriptor.parties().stream().map(SigningParty::key).toList();
      root.properties()
          .forEach(
              party -> {
                reader.require(parties.contains(party.getKey()), "accounts.party", party.getKey());
                byParty.put(party.getKey(), reader.accounts(party.getKey(), party.getValue()));
              });
    } catch (JsonProcessingException e) {
      reader.problems.add(new Problem(e.getLocation().getLineNr(), MESSAGES.text("accounts.json")));
    }
    if (!reader.problems.isEmpty()) {
      throw new InvalidRoadmapException(file, reader.problems);
    }
    return Accounts.of(byParty);
  }

  private List<String> accounts(String party, JsonNode list) {
    require(list.isArray(), "accounts.list", party);
    List<String> accounts = new ArrayList<>();
    for (JsonNode item : list) {
      String account = item.asText();
      String place = String.valueOf(accounts.size() + 1);
      require(
          item.isTextual() && ACCOUNT.matcher(account).matches(), "accounts.form", party, place);
      require(seen.add(account.toLowerCase(Locale.ROOT)), "accounts.twice", party, place);
      accounts.add(account);
    }
    return accounts;
  }

  private void require(boolean holds, String key, Object... arguments) {
    if (!holds) {
      problems.add(new Problem(0, MESSAGES.text(key, arguments)));
    }
  }
}
