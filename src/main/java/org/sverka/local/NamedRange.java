package org.sverka.local;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A range with a name that stands for it in A1 notation. Names are told apart without regard to
 * case.
 *
 * @see <a href="https://support.google.com/docs/answer/63175">Name a range of cells</a>, for what a
 *     name may be
 */
record NamedRange(String id, String name, GridRange range) {
  private static final Pattern ALLOWED = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]{0,249}");
  private static final Pattern LIKE_A1 =
      Pattern.compile("[A-Z]{1,3}\\d+|R\\d*C\\d*|R\\d+|C\\d+|(TRUE|FALSE).*");

  boolean isNamed(String wanted) {
    return name.equalsIgnoreCase(wanted);
  }

  /** Refuses what cannot be a name. */
  static void require(String name) {
    if (!ALLOWED.matcher(name).matches()
        || LIKE_A1.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
      throw ApiException.invalid("Invalid name for a named range: " + name);
    }
  }
}
