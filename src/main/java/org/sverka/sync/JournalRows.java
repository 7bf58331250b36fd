package org.sverka.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Snapshot;

/**
 * Which row of the journal is which. The number in the key cell is all that counts: people sort,
 * insert and delete rows as they like.
 *
 * @param rows index by number of the entry, from the top; of several rows with one number the one
 *     beside which stands what was last seen, else the first
 * @param copies number by index of the other rows with a number
 * @param others indexes of rows that have no number
 */
record JournalRows(Map<Long, Integer> rows, Map<Integer, Long> copies, List<Integer> others) {
  JournalRows {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    copies = Map.copyOf(copies);
    others = List.copyOf(others);
  }

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

  static JournalRows identify(JournalState known, Snapshot snapshot, HeaderMap header) {
    int key = header.place(JournalLayout.layout().column(Layout.NUMBER));
    Map<Long, Integer> rows = new LinkedHashMap<>();
    Map<Integer, Long> copies = new HashMap<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < snapshot.rows().size(); i++) {
      if (i == header.row()) {
        continue;
      }
      int index = i;
      OptionalLong number = number(snapshot.rows().get(i).cell(key));
      if (number.isEmpty()) {
        others.add(i);
        continue;
      }
      long entry = number.getAsLong();
      Integer earlier = rows.putIfAbsent(entry, index);
      if (earlier != null) {
        boolean better =
            isAsSeen(known, entry, snapshot.rows().get(index), header)
                && !isAsSeen(known, entry, snapshot.rows().get(earlier), header);
        copies.put(better ? earlier : index, entry);
        rows.put(entry, better ? index : earlier);
      }
    }
    return new JournalRows(rows, copies, others);
  }

  /** Whether a text is the number of an entry. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }

  private static OptionalLong number(Cell cell) {
    String text = cell.text().strip();
    return isNumber(text) ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** Whether beside an entry stands what was last seen there. */
  static boolean isAsSeen(JournalState known, long entry, Snapshot.Row row, HeaderMap header) {
    for (Column column : JournalLayout.layout().columns(Column.Kind.WORKING)) {
      Cell seen = known.review(entry).seen(column.key());
      if (!row.cell(header.place(column)).readsAs(seen)) {
        return false;
      }
    }
    return true;
  }
}
