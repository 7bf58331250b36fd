package org.sverka.sync;

import java.util.List;
import java.util.Map;
import org.sverka.sheet.Cell;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.sync.SheetState.ExtraRow;

/**
 * Where texts still stand that are erased from the log: in the sheet, as it was last seen, or on
 * the site.
 *
 * @param measures numbers of the measures in whose rows they do
 * @param headings numbers of the sections in whose heading rows they do
 * @param strangers whether they do in a row that is nobody's
 * @param journal whether they do beside an entry in the journal
 * @param around whether they do in the header, or beside or below the table
 */
public record Remains(
    List<String> measures,
    List<String> headings,
    boolean strangers,
    boolean journal,
    boolean around) {
  public Remains {
    measures = List.copyOf(measures);
    headings = List.copyOf(headings);
  }

  /** Where they stand in a state. */
  public static Remains of(Charter charter, State state, WrittenTexts texts) {
    List<SignedRow> rows =
        charter.rows().stream().filter(row -> standIn(row, state.row(row), texts)).toList();
    return new Remains(
        rows.stream().filter(row -> !row.heading()).map(SignedRow::number).toList(),
        rows.stream().filter(SignedRow::heading).map(SignedRow::number).toList(),
        state.sheet().extras().stream().anyMatch(row -> standIn(charter, row, texts)),
        state.journal().reviews().entrySet().stream()
            .anyMatch(review -> standIn(review.getKey(), review.getValue(), texts)),
        texts.standsIn("", "", state.margins().outside())
            || state.sheet().header().entrySet().stream()
                .anyMatch(header -> texts.standsIn("", header.getKey(), header.getValue())));
  }

  /** A cell that holds the signed text holds nothing else, whatever is part of that. */
  private static boolean standIn(SignedRow row, MeasureState known, WrittenTexts texts) {
    String measure = row.heading() ? "" : row.number();
    return known.seen().entrySet().stream()
            .filter(cell -> !cell.getValue().text().equals(row.signed().get(cell.getKey())))
            .anyMatch(cell -> texts.standsIn(measure, cell.getKey(), cell.getValue().text()))
        || known.published().entrySet().stream()
            .anyMatch(value -> texts.standsIn(measure, value.getKey(), value.getValue()));
  }

  private static boolean standIn(Charter charter, ExtraRow row, WrittenTexts texts) {
    Map<String, Cell> cells = row.cells();
    return texts.standsIn(ExtraRows.measure(row), "", Shown.row(charter, cells));
  }

  private static boolean standIn(long entry, JournalState.Review review, WrittenTexts texts) {
    return review.seen().entrySet().stream()
        .anyMatch(cell -> texts.standBeside(entry, cell.getKey(), cell.getValue().text()));
  }

  /** Whether they stand nowhere any more. */
  public boolean isNothing() {
    return measures.isEmpty() && headings.isEmpty() && !strangers && !journal && !around;
  }
}
