package org.sverka.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sverka.log.Entry;
import org.sverka.sheet.Cell;
import org.sverka.sheet.CellLink;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Snapshot;
import org.sverka.sheet.Tag;
import org.sverka.sync.JournalState.Review;

/**
 * One look at the tab that mirrors the newest entries.
 *
 * <table>
 * <caption>What stands in the tab, and what follows</caption>
 * <tr><th>the tab</th><th>entry</th><th>tab</th></tr>
 * <tr><td>as it should be</td><td>none</td><td>nothing</td></tr>
 * <tr><td>a reviewer's cell changed</td><td>review</td><td>the answer beside it</td></tr>
 * <tr><td>a newest entry has no row</td><td>none</td>
 *     <td>the row, with what had been written beside it</td></tr>
 * <tr><td>a cell of ours changed</td><td>none</td><td>it is written again</td></tr>
 * <tr><td>rows in another order, other rows between them</td><td>none</td><td>nothing</td></tr>
 * <tr><td>over {@value #SPARE} rows of older entries</td><td>none</td><td>they are deleted</td></tr>
 * <tr><td>a row without an entry, or the second of one</td><td>none</td>
 *     <td>if something is written beside it, the answer</td></tr>
 * <tr><td>a column or the header gone</td><td>none</td><td>it is put back</td></tr>
 * </table>
 */
final class JournalTurn {
  /** So many of the newest entries are shown. */
  static final int SHOWN = 200;

  /** So many rows of older ones may stand there before they are deleted. */
  static final int SPARE = 50;

  private static final Layout LAYOUT = JournalLayout.layout();
  private static final Column PLACE = LAYOUT.column(JournalLayout.PLACE);
  private static final Column ANSWER = LAYOUT.column(JournalLayout.ANSWER);

  private final JournalState known;
  private final Snapshot snapshot;
  private final HeaderMap header;
  private final Whereabouts whereabouts;
  private final Ledger ledger;
  private final JournalTexts texts;
  private final ReviewTurn reviewTurn;
  private final Map<Long, Entry> entries = new LinkedHashMap<>();
  private final Map<Long, Review> reviews = new HashMap<>();
  private final JournalRows rows;
  private final JournalWrites writes;

  private JournalTurn(
      Charter charter,
      JournalState known,
      List<Entry> newest,
      Snapshot snapshot,
      HeaderMap header,
      Whereabouts whereabouts,
      long revision,
      Instant now) {
    this.known = known;
    this.snapshot = snapshot;
    this.header = header;
    this.whereabouts = whereabouts;
    this.ledger = new Ledger(revision, now);
    this.texts = new JournalTexts(charter);
    this.reviewTurn = new ReviewTurn(charter, ledger, texts, now);
    this.rows = JournalRows.identify(known, snapshot, header);
    this.writes = new JournalWrites(header);
    newest.forEach(entry -> entries.put(entry.seq(), entry));
  }

  /**
   * What a look comes to.
   *
   * @param newest the newest entries but reviews, the newest first: those to be shown, and those of
   *     which there may still be rows
   * @param whereabouts of what the entries are about
   * @param revision number of the newest entry of all
   */
  static JournalPlan plan(
      Charter charter,
      JournalState known,
      List<Entry> newest,
      Snapshot snapshot,
      Whereabouts whereabouts,
      long revision,
      Instant now) {
    HeaderMap header = HeaderMap.locate(LAYOUT, JournalRows::isNumber, snapshot);
    if (header.row() < 0 || !header.missing(LAYOUT).isEmpty()) {
      return new JournalPlan(List.of(), known, structure(header), List.of());
    }
    return new JournalTurn(charter, known, newest, snapshot, header, whereabouts, revision, now)
        .run();
  }

  private JournalPlan run() {
    headers();
    Set<Long> shown = new TreeSet<>(entries.keySet().stream().limit(SHOWN).toList());
    List<Integer> scrolledOut = new ArrayList<>();
    rows.rows().forEach((number, index) -> row(number, index, shown, scrolledOut));
    rows.copies().forEach((index, number) -> stranger(index, texts.repeated(number)));
    rows.others().forEach(index -> stranger(index, texts.unknown()));
    missing(shown);
    if (scrolledOut.size() > SPARE) {
      scrolledOut.forEach(writes::delete);
    }
    reviews.values().removeIf(Review.NOTHING::equals);
    JournalState next = new JournalState(known.sheetId(), reviews);
    return new JournalPlan(ledger.entries(), next, writes.changes(), reviewTurn.faults());
  }

  private void headers() {
    for (Column column : LAYOUT.columns()) {
      int place = header.place(column);
      List<String> tags = snapshot.columnTags();
      if (place >= tags.size() || !tags.get(place).equals(column.key())) {
        writes.change(new SheetChange.TagColumn(place, column.key()));
      }
      if (header.wrong().containsKey(column.key())) {
        writes.text(header.row(), column, column.header());
      }
    }
    if (!snapshot.rows().get(header.row()).tag().equals(Tag.HEADER)) {
      writes.change(new SheetChange.TagRow(header.row(), Tag.HEADER));
    }
  }

  private void row(long number, int index, Set<Long> shown, List<Integer> scrolledOut) {
    Entry entry = entries.get(number);
    boolean asSeen = JournalRows.isAsSeen(known, number, snapshot.rows().get(index), header);
    if (entry == null) {
      boolean past = entries.keySet().stream().allMatch(newer -> newer > number);
      if (past && asSeen) {
        scrolledOut.add(index);
      } else {
        stranger(index, past ? texts.past(number) : texts.unknown());
      }
      return;
    }
    Review review = known.review(number);
    if (!asSeen) {
      review = reviewTurn.judge(entry, review, cells(index));
    } else if (!shown.contains(number)) {
      scrolledOut.add(index);
    }
    reviews.put(number, review);
    Map<String, String> mirrored = mirrored(entry);
    mirrored.forEach((key, text) -> put(index, LAYOUT.column(key), text));
    put(index, ANSWER, review.answer());
    String place = Objects.requireNonNull(mirrored.get(JournalLayout.PLACE));
    link(entry, index, isStanding(index, PLACE, place));
  }

  /** A new text takes the link with it that was on the old. */
  private void link(Entry entry, int index, boolean onText) {
    if (!whereabouts.areKnown()) {
      return;
    }
    String standing = snapshot.rows().get(index).links().getOrDefault(header.place(PLACE), "");
    String wanted = uri(entry);
    boolean right = whereabouts.of(entry).map(link -> link.is(standing)).orElse(standing.isEmpty());
    if (!right || (!onText && !wanted.isEmpty())) {
      writes.link(index, PLACE, wanted);
    }
  }

  private String uri(Entry entry) {
    return whereabouts.of(entry).map(CellLink::uri).orElse("");
  }

  /** The newest first: a row that is not there comes below that of the next newer entry. */
  private void missing(Set<Long> shown) {
    int anchor = header.row();
    for (Entry entry : entries.values()) {
      Integer index = rows.rows().get(entry.seq());
      if (index != null) {
        anchor = index;
      } else if (shown.contains(entry.seq())) {
        Review review = known.review(entry.seq());
        reviews.put(entry.seq(), review);
        Map<String, String> service = mirrored(entry);
        service.put(JournalLayout.ANSWER, review.answer());
        writes.insert(anchor, entry.seq(), service, review, uri(entry));
      }
    }
  }

  private Map<String, String> mirrored(Entry entry) {
    Map<String, String> service = new HashMap<>();
    for (Column column : LAYOUT.columns(Column.Kind.SERVICE)) {
      if (!column.key().equals(Layout.NUMBER) && !column.equals(ANSWER)) {
        service.put(column.key(), texts.of(entry, column.key()));
      }
    }
    return service;
  }

  /** A row that is nobody's: left alone, but whoever writes into it is told. */
  private void stranger(int index, String answer) {
    boolean written =
        LAYOUT.columns(Column.Kind.WORKING).stream()
            .anyMatch(column -> !snapshot.rows().get(index).cell(header.place(column)).isBlank());
    put(index, ANSWER, written ? answer : "");
  }

  private void put(int index, Column column, String text) {
    if (!isStanding(index, column, text)) {
      writes.text(index, column, text);
    }
  }

  private boolean isStanding(int index, Column column, String text) {
    return snapshot.rows().get(index).cell(header.place(column)).equals(Cell.text(text));
  }

  private Map<String, Cell> cells(int index) {
    Map<String, Cell> cells = new HashMap<>();
    for (Column column : LAYOUT.columns(Column.Kind.WORKING)) {
      Cell cell = snapshot.rows().get(index).cell(header.place(column));
      if (!cell.isEmpty()) {
        cells.put(column.key(), cell);
      }
    }
    return cells;
  }

  /**
   * The header row if it is gone, then each column that is gone, from the right. What belongs below
   * is the next look's. Where two columns have one header, a person has to rename one first.
   */
  private static List<SheetChange> structure(HeaderMap header) {
    List<SheetChange> changes = new ArrayList<>();
    if (!header.ambiguous().isEmpty()) {
      return changes;
    }
    int row = Math.max(0, header.row());
    if (header.row() < 0) {
      changes.add(new SheetChange.InsertRow(0));
      changes.add(new SheetChange.TagRow(0, Tag.HEADER));
      header
          .places()
          .forEach(
              (key, place) ->
                  changes.add(
                      new SheetChange.SetText(
                          0, Objects.requireNonNull(place), LAYOUT.column(key).header())));
    }
    List<Column> missing = header.missing(LAYOUT);
    for (int i = missing.size() - 1; i >= 0; i--) {
      Column column = missing.get(i);
      int place = header.placeFor(column, LAYOUT);
      changes.add(new SheetChange.InsertColumn(place));
      changes.add(new SheetChange.TagColumn(place, column.key()));
      changes.add(new SheetChange.SetText(row, place, column.header()));
    }
    return changes;
  }
}
