package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.text.Texts;

/**
 * Where the columns of the layout stand in the sheet. A column is found by its header as it reads;
 * its tag decides between two that read the same, and finds one whose header was changed. Where
 * header and tag point to two columns, perhaps because somebody has swapped two headers, it is the
 * one that holds more of what was last seen there; the header's if neither holds more.
 *
 * @param row index of the header row; -1 if there is none
 * @param places physical column by key; a column that was not found is left out
 * @param ambiguous keys of columns whose header stands in several places, none of them tagged
 * @param wrong what stands in the header cell of a column that was found by its tag alone, by key
 */
record HeaderMap(
    int row, Map<String, Integer> places, Set<String> ambiguous, Map<String, String> wrong) {
  /** The header is looked for no further down, unless it has not been found by then. */
  private static final int SEARCHED_ROWS = 20;

  HeaderMap {
    places = Map.copyOf(places);
    ambiguous = Set.copyOf(ambiguous);
    wrong = Map.copyOf(wrong);
  }

  /** How much of what was last seen in a column, named by its key, a physical column holds. */
  private interface Content {
    int agreeing(String key, int place);
  }

  static HeaderMap locate(Charter charter, Snapshot snapshot) {
    return locate(charter, (key, place) -> 0, snapshot);
  }

  /** The same, by what is known of the content too. */
  static HeaderMap locate(Charter charter, State state, Snapshot snapshot) {
    return locate(
        charter, (key, place) -> agreeing(charter, state, snapshot, key, place), snapshot);
  }

  private static HeaderMap locate(Charter charter, Content content, Snapshot snapshot) {
    return locate(
        charter.layout(),
        text -> charter.byNumber().containsKey(Texts.normal(text)),
        content,
        snapshot);
  }

  /** By the tags of rows: which number stands where is not known before the columns are. */
  private static int agreeing(
      Charter charter, State state, Snapshot snapshot, String key, int place) {
    int agreeing = 0;
    for (Snapshot.Row row : snapshot.rows()) {
      SignedRow tagged = charter.byNumber().get(row.tag());
      Cell cell = row.cell(place);
      if (tagged != null && !cell.isBlank() && cell.readsAs(state.row(tagged).seen(key))) {
        agreeing++;
      }
    }
    return agreeing;
  }

  /**
   * The same for any tab.
   *
   * @param isNumber whether a text is one that stands in the key column
   */
  static HeaderMap locate(Layout layout, Predicate<String> isNumber, Snapshot snapshot) {
    return locate(layout, isNumber, (key, place) -> 0, snapshot);
  }

  private static HeaderMap locate(
      Layout layout, Predicate<String> isNumber, Content content, Snapshot snapshot) {
    int row = headerRow(layout, isNumber, snapshot);
    Map<String, List<Integer>> byHeader = new HashMap<>();
    Map<String, Integer> byTag = new HashMap<>();
    int width = snapshot.columnTags().size();
    if (row >= 0) {
      width = Math.max(width, snapshot.rows().get(row).cells().size());
    }
    for (int i = 0; i < width; i++) {
      String header = row < 0 ? "" : Texts.key(snapshot.rows().get(row).cell(i).text());
      if (!header.isEmpty()) {
        byHeader.computeIfAbsent(header, h -> new ArrayList<>()).add(i);
      }
      if (i < snapshot.columnTags().size() && !snapshot.columnTags().get(i).isEmpty()) {
        byTag.putIfAbsent(snapshot.columnTags().get(i), i);
      }
    }
    return places(layout, snapshot, row, byHeader, byTag, content);
  }

  private static HeaderMap places(
      Layout layout,
      Snapshot snapshot,
      int row,
      Map<String, List<Integer>> byHeader,
      Map<String, Integer> byTag,
      Content content) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    Set<String> ambiguous = new HashSet<>();
    Set<Integer> taken = new HashSet<>();
    for (Column column : layout.columns()) {
      List<Integer> candidates = byHeader.getOrDefault(Texts.key(column.header()), List.of());
      Integer tagged = byTag.get(column.key());
      if (tagged != null && isMeant(content, column.key(), tagged, candidates)) {
        places.put(column.key(), tagged);
        taken.add(tagged);
      }
    }
    for (Column column : layout.columns()) {
      List<Integer> candidates =
          byHeader.getOrDefault(Texts.key(column.header()), List.of()).stream()
              .filter(place -> !taken.contains(place))
              .toList();
      if (candidates.size() == 1) {
        places.putIfAbsent(column.key(), candidates.get(0));
      } else if (candidates.size() > 1 && !places.containsKey(column.key())) {
        ambiguous.add(column.key());
      }
    }
    taken.addAll(places.values());
    for (Column column : layout.columns()) {
      Integer tagged = byTag.get(column.key());
      if (!places.containsKey(column.key())
          && !ambiguous.contains(column.key())
          && tagged != null
          && taken.add(tagged)) {
        places.put(column.key(), tagged);
      }
      Integer place = places.get(column.key());
      String found = place == null || row < 0 ? "" : snapshot.rows().get(row).cell(place).text();
      if (place != null && !found.equals(column.header())) {
        wrong.put(column.key(), found);
      }
    }
    return new HeaderMap(row, places, ambiguous, wrong);
  }

  /** Whether a tag is right about a column that may be headed elsewhere. */
  private static boolean isMeant(Content content, String key, int tagged, List<Integer> headed) {
    return headed.contains(tagged)
        || (headed.size() == 1
            && content.agreeing(key, tagged) > content.agreeing(key, headed.get(0)));
  }

  /**
   * The row that has most of the headers, if that is half of them; else the one with the tag,
   * unless sorting has put a measure there.
   */
  private static int headerRow(Layout layout, Predicate<String> isNumber, Snapshot snapshot) {
    Set<String> headers = new HashSet<>();
    layout.columns().forEach(column -> headers.add(Texts.key(column.header())));
    int tagged = -1;
    int best = -1;
    int all = layout.columns().size();
    int most = all / 2;
    int rows = snapshot.rows().size();
    for (int i = 0; i < rows && most < all && (i < SEARCHED_ROWS || best < 0); i++) {
      Snapshot.Row row = snapshot.rows().get(i);
      if (tagged < 0 && row.tag().equals(Tag.HEADER)) {
        tagged = i;
      }
      int found =
          (int)
              row.cells().stream().filter(cell -> headers.contains(Texts.key(cell.text()))).count();
      if (found > most) {
        most = found;
        best = i;
      }
    }
    return best >= 0 || tagged < 0 || holdsNumber(isNumber, snapshot.rows().get(tagged))
        ? best
        : tagged;
  }

  private static boolean holdsNumber(Predicate<String> isNumber, Snapshot.Row row) {
    return row.cells().stream().anyMatch(cell -> isNumber.test(cell.text()));
  }

  int place(Column column) {
    return places.getOrDefault(column.key(), -1);
  }

  boolean has(Column column) {
    return places.containsKey(column.key());
  }

  /** Where a column belongs that was not found: right of the nearest to its left that was. */
  int placeFor(Column column, Layout layout) {
    for (int i = layout.indexOf(column.key()) - 1; i >= 0; i--) {
      if (has(layout.columns().get(i))) {
        return place(layout.columns().get(i)) + 1;
      }
    }
    return 0;
  }

  /** The columns that were not found. */
  List<Column> missing(Layout layout) {
    return layout.columns().stream().filter(column -> !has(column)).toList();
  }
}
