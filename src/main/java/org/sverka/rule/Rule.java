package org.sverka.rule;

import java.util.List;
import java.util.Locale;

/** Something that must hold. A rule is one class; the class name is its id. */
public interface Rule {
  /** Its id in log and feed, such as {@code status-vocabulary}; made from the class name. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** How much its findings matter, unless one says otherwise. */
  Severity severity();

  /** A finding of this rule, in the words that have its id as key. */
  default Finding finding(String column, Object... arguments) {
    return new Finding(id(), severity(), column, id(), List.of(arguments));
  }

  /** A finding of this rule, in the words that have its id and a variant as key. */
  default Finding variant(String variant, Severity severity, String column, Object... arguments) {
    return new Finding(id(), severity, column, id() + "." + variant, List.of(arguments));
  }
}
