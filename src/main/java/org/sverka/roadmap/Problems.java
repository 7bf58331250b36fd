package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.List;
import org.sverka.roadmap.InvalidRoadmapException.Problem;
import org.sverka.text.Messages;

/** Collects what is wrong with a document while it is read on. */
final class Problems {
  private static final Messages MESSAGES = Messages.of(Problems.class, "en");

  private final List<Problem> found = new ArrayList<>();

  void add(int line, String key, Object... arguments) {
    Object[] shown = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      shown[i] = arguments[i] instanceof Integer ? arguments[i] : arguments[i].toString();
    }
    found.add(new Problem(line, MESSAGES.text(key, shown)));
  }

  int count() {
    return found.size();
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidRoadmapException if anything was found
   */
  void throwIfAny(String file) {
    if (!found.isEmpty()) {
      throw new InvalidRoadmapException(
          file, found.stream().sorted((a, b) -> Integer.compare(a.line(), b.line())).toList());
    }
  }
}
