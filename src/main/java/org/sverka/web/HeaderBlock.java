package org.sverka.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.function.Consumer;

/**
 * The headers of one kind of answer. They are the same for all who ask in one second, so Vert.x is
 * given them ready and writes them as the bytes that they were written as before. Safe for all
 * event loops.
 */
final class HeaderBlock {
  private static final CharSequence CHECKED_AT = HttpHeaders.createOptimized("Sverka-Checked-At");

  private final Consumer<MultiMap> others;
  private volatile Stamped last = new Stamped("", "", HttpHeaders.headers());

  /** The headers of one second. */
  private record Stamped(String date, String checkedAt, MultiMap headers) {}

  /**
   * @param others adds those that do not change
   */
  HeaderBlock(Consumer<MultiMap> others) {
    this.others = others;
  }

  /**
   * All of them; must not be changed.
   *
   * @param checkedAt when the sheet was last read; empty if that is not said
   */
  MultiMap at(String date, String checkedAt) {
    Stamped known = last;
    if (!known.date.equals(date) || !known.checkedAt.equals(checkedAt)) {
      MultiMap headers = HttpHeaders.headers();
      addStamps(headers, date, checkedAt);
      others.accept(headers);
      known = new Stamped(date, checkedAt, headers.copy(false));
      last = known;
    }
    return known.headers;
  }

  /** Adds those that name the moment. */
  static void addStamps(MultiMap headers, String date, String checkedAt) {
    headers.add(HttpHeaders.DATE, date);
    if (!checkedAt.isEmpty()) {
      headers.add(CHECKED_AT, checkedAt);
    }
  }
}
