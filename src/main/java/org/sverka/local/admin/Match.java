package org.sverka.local.admin;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which requests a rule is about.
 *
 * @param apis where to
 * @param method empty for any
 * @param path found anywhere in the path
 * @param callers whose
 */
public record Match(Set<Api> apis, String method, Pattern path, Callers callers) {

  /** Whose requests. */
  public enum Callers {
    CLIENT,
    PAGE,
    ANY
  }

  public Match {
    apis = Set.copyOf(apis);
  }

  boolean fits(Arrival arrival) {
    return apis.contains(arrival.api())
        && (method.isEmpty() || method.equals(arrival.method()))
        && (arrival.api() == Api.PAGE || fits(arrival.byPerson()))
        && path.matcher(arrival.path()).find();
  }

  private boolean fits(boolean byPerson) {
    return callers == Callers.ANY || (callers == Callers.PAGE) == byPerson;
  }
}
