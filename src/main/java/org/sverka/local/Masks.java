package org.sverka.local;

import java.util.Collection;

/** What requests ask of field masks. */
final class Masks {
  private Masks() {}

  /** Declines a mask that names anything but these. */
  static void requireOnly(FieldMask mask, Collection<String> known) {
    for (String name : mask.children().keySet()) {
      if (!known.contains(name) && !name.equals("*")) {
        throw ApiException.unsupported("field " + name + " in 'fields'");
      }
    }
  }
}
