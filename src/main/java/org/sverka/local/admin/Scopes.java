package org.sverka.local.admin;

import java.util.LinkedHashSet;
import java.util.Set;

/** OAuth scopes in their written form: addresses with spaces between. */
public final class Scopes {
  private Scopes() {}

  /** Reads them; each once, in their order. */
  public static Set<String> parse(String text) {
    Set<String> scopes = new LinkedHashSet<>();
    for (String scope : text.trim().split("\\s+", -1)) {
      if (!scope.isEmpty()) {
        scopes.add(scope);
      }
    }
    return scopes;
  }

  /** Writes them, sorted. */
  public static String write(Set<String> scopes) {
    return String.join(" ", scopes.stream().sorted().toList());
  }
}
