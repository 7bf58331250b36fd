package org.sverka.local;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of a tab's rows from top to bottom, as short text: {@code 1-41 0*959} is 41 written rows
 * and 959 blank ones.
 */
final class RowOrder {
  private RowOrder() {}

  static String write(List<Row> rows) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < rows.size()) {
      long key = rows.get(at).key();
      int end = at + 1;
      while (end < rows.size() && rows.get(end).key() == (key == 0 ? 0 : key + end - at)) {
        end++;
      }
      text.append(text.isEmpty() ? "" : " ").append(key);
      if (key == 0) {
        text.append('*').append(end - at);
      } else if (end - at > 1) {
        text.append('-').append(key + end - at - 1);
      }
      at = end;
    }
    return text.toString();
  }

  static List<Long> read(String text) {
    List<Long> keys = new ArrayList<>();
    for (String part : text.split(" ", -1)) {
      int star = part.indexOf('*');
      int dash = part.indexOf('-');
      if (star > 0) {
        int count = Integer.parseInt(part.substring(star + 1));
        for (int i = 0; i < count; i++) {
          keys.add(0L);
        }
      } else {
        long first = Long.parseLong(dash < 0 ? part : part.substring(0, dash));
        long last = dash < 0 ? first : Long.parseLong(part.substring(dash + 1));
        for (long key = first; key <= last; key++) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** Whether two lists of rows have the same keys in the same order. */
  static boolean same(List<Row> one, List<Row> two) {
    if (one.size() != two.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i).key() != two.get(i).key()) {
        return false;
      }
    }
    return true;
  }
}
