package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.text.Texts;

/**
 * Which row is which. The number in the key cell is a row's identity; its tag tells a changed
 * number from a deleted row, and picks the original of two rows with one number.
 *
 * <table>
 * <caption>How a row is known</caption>
 * <tr><th>key cell</th><th>tag</th><th>the row is</th></tr>
 * <tr><td>a signed number</td><td>another, and the text in the row is that one's</td><td>the tag's,
 *     its number changed</td></tr>
 * <tr><td>a signed number, no other row has it</td><td>any</td><td>that one's</td></tr>
 * <tr><td>a signed number, other rows have it</td><td>the same</td><td>that one's</td></tr>
 * <tr><td>a signed number, other rows have it</td><td>another, whose number no row has</td>
 *     <td>the tag's, its number changed</td></tr>
 * <tr><td>a signed number, other rows have it</td><td>none of these</td>
 *     <td>that one's if none is tagged and it agrees best with what was seen; else a copy</td></tr>
 * <tr><td>the number that another signed row had in the edition before</td><td>any</td><td>that
 *     row's, if the text in it is</td></tr>
 * <tr><td>something else</td><td>one whose number no row has</td><td>the tag's, its number
 *     changed</td></tr>
 * <tr><td>nothing, and all its cells empty</td><td>one whose number no row has</td><td>the tag's,
 *     wiped</td></tr>
 * <tr><td>something else</td><td>none of these</td><td>foreign</td></tr>
 * </table>
 *
 * @param rows index of the row of each measure and section, by number
 * @param wiped index of the emptied row of a measure or section that has no other, by number
 * @param extras indexes of foreign rows and copies, from the top; each copy with the number it
 *     repeats
 * @param repeated numbers that stand in more than one row
 */
record RowMap(
    Map<String, Integer> rows,
    Map<String, Integer> wiped,
    List<Extra> extras,
    Set<String> repeated) {
  /**
   * A row that is nobody's.
   *
   * @param copyOf the number it repeats; empty for a foreign row
   */
  record Extra(int index, String copyOf) {}

  RowMap {
    rows = Map.copyOf(rows);
    wiped = Map.copyOf(wiped);
    extras = List.copyOf(extras);
    repeated = Set.copyOf(repeated);
  }

  static RowMap identify(Charter charter, State state, Snapshot snapshot, HeaderMap header) {
    return new Identification(charter, state, snapshot, header).run();
  }

  private static final class Identification {
    private final Charter charter;
    private final State state;
    private final Snapshot snapshot;
    private final HeaderMap header;
    private final int keyPlace;
    private final Map<String, SignedRow> renumbered = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, Integer> wiped = new HashMap<>();
    private final List<Extra> extras = new ArrayList<>();
    private final Set<String> repeated = new HashSet<>();

    Identification(Charter charter, State state, Snapshot snapshot, HeaderMap header) {
      this.charter = charter;
      this.state = state;
      this.snapshot = snapshot;
      this.header = header;
      this.keyPlace = header.places().getOrDefault(Layout.NUMBER, -1);
      for (SignedRow row : charter.rows()) {
        MeasureState known = state.row(row);
        String seen = known.seen(Layout.NUMBER).text();
        boolean signedAnew = Rebuff.OF_THE_EDITION.equals(known.rebuffs().get(Layout.NUMBER));
        if (signedAnew && !seen.isEmpty()) {
          renumbered.put(seen, row);
        }
      }
    }

    RowMap run() {
      Map<String, List<Integer>> byNumber = new HashMap<>();
      List<Integer> others = new ArrayList<>();
      for (int i = 0; i < snapshot.rows().size(); i++) {
        if (i == header.row()) {
          continue;
        }
        String number = identity(i);
        if (charter.byNumber().containsKey(number)) {
          byNumber.computeIfAbsent(number, n -> new ArrayList<>(1)).add(i);
        } else {
          others.add(i);
        }
      }
      List<Extra> losers = new ArrayList<>();
      byNumber.forEach((number, indexes) -> choose(number, indexes, losers));
      for (Extra loser : losers) {
        String tag = snapshot.rows().get(loser.index()).tag();
        if (charter.byNumber().containsKey(tag) && !rows.containsKey(tag)) {
          rows.put(tag, loser.index());
        } else {
          repeated.add(loser.copyOf());
          extras.add(loser);
        }
      }
      others.forEach(this::placeOther);
      extras.sort((a, b) -> Integer.compare(a.index(), b.index()));
      return new RowMap(rows, wiped, extras, repeated);
    }

    private void choose(String number, List<Integer> indexes, List<Extra> losers) {
      int chosen = indexes.get(0);
      if (indexes.size() > 1) {
        int best = -1;
        for (int index : indexes) {
          int score = agreement(number, index);
          if (snapshot.rows().get(index).tag().equals(number) && !isRenumbered(number)) {
            score += 1_000;
          }
          if (score > best) {
            best = score;
            chosen = index;
          }
        }
      }
      rows.put(number, chosen);
      int winner = chosen;
      indexes.stream()
          .filter(index -> index != winner)
          .forEach(index -> losers.add(new Extra(index, number)));
    }

    /** Whether the row had another number; then the tag of the same number is another row's. */
    private boolean isRenumbered(String number) {
      return renumbered.values().stream().anyMatch(row -> row.number().equals(number));
    }

    private int agreement(String number, int index) {
      MeasureState seen = state.row(Objects.requireNonNull(charter.byNumber().get(number)));
      int agreeing = 0;
      for (Column column : charter.contentColumns()) {
        Cell cell = snapshot.rows().get(index).cell(header.place(column));
        agreeing += cell.equals(seen.seen(column.key())) ? 1 : 0;
      }
      return agreeing;
    }

    private void placeOther(int index) {
      Snapshot.Row row = snapshot.rows().get(index);
      boolean blank = isBlank(row);
      boolean free =
          charter.byNumber().containsKey(row.tag())
              && !rows.containsKey(row.tag())
              && !wiped.containsKey(row.tag());
      if (free && blank) {
        wiped.put(row.tag(), index);
      } else if (free) {
        rows.put(row.tag(), index);
      } else if (!blank && !row.tag().equals(Tag.HEADER)) {
        extras.add(new Extra(index, ""));
      }
    }

    private boolean isBlank(Snapshot.Row row) {
      for (Column column : charter.contentColumns()) {
        if (!row.cell(header.place(column)).isBlank()) {
          return false;
        }
      }
      return true;
    }

    /**
     * The number, unless nothing but the number was changed: pulled down over other rows, or sorted
     * on its own. When whole rows are sorted and leave their tags behind, the text goes along.
     */
    private String identity(int index) {
      String number = number(index);
      Snapshot.Row row = snapshot.rows().get(index);
      SignedRow numbered = charter.byNumber().get(number);
      SignedRow successor = renumbered.get(number);
      if (successor != null
          && reads(row, successor)
          && (numbered == null || !reads(row, numbered))) {
        return successor.number();
      }
      SignedRow tagged = charter.byNumber().get(row.tag());
      boolean renumbered =
          numbered != null
              && tagged != null
              && !row.tag().equals(number)
              && reads(row, tagged)
              && !reads(row, numbered);
      return renumbered ? row.tag() : number;
    }

    private boolean reads(Snapshot.Row row, SignedRow signed) {
      Cell text = row.cell(header.place(charter.layout().column(Layout.TEXT)));
      return !text.isEmpty()
          && (text.text().equals(signed.signed().get(Layout.TEXT))
              || text.equals(state.row(signed).seen(Layout.TEXT)));
    }

    private String number(int index) {
      String raw = snapshot.rows().get(index).cell(keyPlace).text();
      return charter.byNumber().containsKey(raw) ? raw : Texts.normal(raw);
    }
  }
}
