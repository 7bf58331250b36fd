package org.sverka.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.rule.Collision;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.text.Texts;

/**
 * Takes back what a write of ours has hit by mistake: the sheet is judged as if the write had not
 * been, so that nothing of ours passes for an edit, and an edit that was overwritten is judged as
 * if it had come right after.
 *
 * @param snapshot the sheet as it would stand without our mistakes
 * @param changes that make it stand so
 * @param strays those that are still there
 */
record Correction(
    Optional<Snapshot> snapshot, List<SheetChange.Replace> changes, List<Stray> strays) {
  Correction {
    changes = List.copyOf(changes);
    strays = List.copyOf(strays);
  }

  static Correction of(
      Charter charter, State state, Optional<Snapshot> snapshot, List<Stray> strays) {
    if (strays.isEmpty() || snapshot.isEmpty()) {
      return new Correction(snapshot, List.of(), strays);
    }
    HeaderMap header = HeaderMap.locate(charter, state, snapshot.get());
    if (header.row() < 0 || !header.missing(charter.layout()).isEmpty()) {
      return new Correction(snapshot, List.of(), strays);
    }
    return new Search(charter, state, snapshot.get(), header).run(strays);
  }

  /** One snapshot, gone through for strays. */
  private static final class Search {
    private final Charter charter;
    private final Snapshot snapshot;
    private final HeaderMap header;
    private final RowMap rows;
    private final Map<Integer, String> numbers = new HashMap<>();
    private final Map<Integer, Map<Integer, Cell>> corrected = new HashMap<>();
    private final List<SheetChange.Replace> changes = new ArrayList<>();

    Search(Charter charter, State state, Snapshot snapshot, HeaderMap header) {
      this.charter = charter;
      this.snapshot = snapshot;
      this.header = header;
      this.rows = RowMap.identify(charter, state, snapshot, header);
      rows.rows().forEach((number, index) -> numbers.put(index, number));
    }

    Correction run(List<Stray> strays) {
      List<Stray> found = strays.stream().flatMap(stray -> corrected(stray).stream()).toList();
      return new Correction(Optional.of(without()), changes, found);
    }

    private Optional<Stray> corrected(Stray stray) {
      for (int place : places(stray)) {
        Optional<Integer> row = row(stray, place);
        if (row.isPresent()) {
          int index = row.get();
          corrected.computeIfAbsent(index, i -> new HashMap<>()).put(place, stray.was());
          changes.add(new SheetChange.Replace(index, place, stray.was(), stray.ours()));
          boolean nameless = stray.number().isEmpty();
          return Optional.of(nameless ? stray.of(numbers.getOrDefault(index, "")) : stray);
        }
      }
      return Optional.empty();
    }

    private List<Integer> places(Stray stray) {
      return stray.column().equals(Stray.BESIDE)
          ? IntStream.range(0, snapshot.columnCount())
              .filter(place -> !header.places().containsValue(place))
              .boxed()
              .toList()
          : List.of(header.place(charter.layout().column(stray.column())));
    }

    /** The row in which our mistake still stands. */
    private Optional<Integer> row(Stray stray, int place) {
      List<Integer> candidates;
      if (stray.number().equals(Tag.HEADER)) {
        // Without its tag the column would not be found under another header.
        List<String> tags = snapshot.columnTags();
        boolean tagged =
            stray.column().equals(Stray.BESIDE)
                || (place < tags.size() && tags.get(place).equals(stray.column()));
        candidates = tagged ? List.of(header.row()) : List.of();
      } else if (stray.number().isEmpty()) {
        candidates = unnumbered(stray.key());
      } else {
        candidates = numbered(stray);
      }
      return candidates.stream()
          .filter(index -> snapshot.rows().get(index).cell(place).readsAs(stray.ours()))
          .filter(index -> !corrected.getOrDefault(index, Map.of()).containsKey(place))
          .findFirst();
    }

    /**
     * The row of the measure; or, as what we wrote into it may make it look like another's, the one
     * that has its number.
     */
    private List<Integer> numbered(Stray stray) {
      Stream<Integer> own = Stream.ofNullable(rows.rows().get(stray.number()));
      Stream<Integer> taken = numbers.keySet().stream().filter(row -> hasKey(row, stray.key()));
      return Stream.concat(own, taken.sorted()).toList();
    }

    /** Rows of nobody, and of measures whose number was typed over; first what has that key. */
    private List<Integer> unnumbered(String key) {
      Stream<Integer> known = numbers.keySet().stream().filter(row -> hasKey(row, key));
      Stream<Integer> extras = rows.extras().stream().map(RowMap.Extra::index);
      return Stream.concat(known, extras)
          .sorted(
              Comparator.comparing((Integer row) -> !hasKey(row, key)).thenComparing(row -> row))
          .toList();
    }

    private boolean hasKey(int row, String key) {
      int place = header.place(charter.layout().column(Layout.NUMBER));
      return Texts.normal(snapshot.rows().get(row).cell(place).text()).equals(key);
    }

    private Snapshot without() {
      List<Snapshot.Row> all = new ArrayList<>(snapshot.rows());
      corrected.forEach(
          (index, cells) -> {
            List<Cell> row = new ArrayList<>(all.get(index).cells());
            cells.forEach(
                (place, cell) -> {
                  while (row.size() <= place) {
                    row.add(Cell.EMPTY);
                  }
                  row.set(place, cell);
                });
            all.set(index, all.get(index).withCells(row));
          });
      return snapshot.withRows(all);
    }
  }

  /** The entry, with a word about it if it is of an edit that we have overwritten. */
  Entry noted(Entry entry) {
    boolean overwritten =
        entry.type() == EntryType.EDIT
            && strays.stream()
                .anyMatch(
                    stray ->
                        stray.number().equals(entry.measure())
                            && stray.column().equals(entry.column()));
    if (!overwritten) {
      return entry;
    }
    List<LoggedFinding> findings = new ArrayList<>(entry.findings());
    findings.add(Ledger.logged(new Collision().check(entry.column())));
    return entry.withFindings(findings);
  }
}
