package org.sverka.google;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google leaves out what is empty, and its client then answers null; here it becomes empty. */
final class Absent {
  private Absent() {}

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static int number(@Nullable Integer number) {
    return number == null ? 0 : number;
  }
}
