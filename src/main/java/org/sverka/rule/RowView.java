package org.sverka.rule;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.sverka.roadmap.Term;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.PublicForm;

/**
 * A row as the rules see it.
 *
 * @param number the number that the row has in the signed document, of a measure or a section
 * @param heading whether it is a section's row
 * @param signed the signed text of each canonical column, by key
 * @param term when the measure is to be carried out; of a section the whole period
 * @param cells what stands in canonical and working columns, by key; empty ones may be left out
 * @param past what the site has shown of it until now
 * @param layout all columns
 * @param today the day, in the roadmap's zone
 */
public record RowView(
    String number,
    boolean heading,
    Map<String, String> signed,
    Term term,
    Map<String, Cell> cells,
    Past past,
    Layout layout,
    LocalDate today) {
  public RowView {
    signed = Map.copyOf(signed);
    cells = Map.copyOf(cells);
  }

  /**
   * What was before the row came to stand as it does.
   *
   * @param published the last good value of each working column, by key, in its public form
   * @param since the day on which any of it last changed
   */
  public record Past(Map<String, String> published, LocalDate since) {
    public Past {
      published = Map.copyOf(published);
    }

    /** The last good value of a column; empty for none. */
    String value(String column) {
      return published.getOrDefault(column, "");
    }
  }

  /** The same row with other cells. */
  public RowView withCells(Map<String, Cell> others) {
    return new RowView(number, heading, signed, term, others, past, layout, today);
  }

  /** The same row on another day. */
  public RowView on(LocalDate day) {
    return new RowView(number, heading, signed, term, cells, past, layout, day);
  }

  /** What stands in a column. */
  public Cell cell(Column column) {
    return cells.getOrDefault(column.key(), Cell.EMPTY);
  }

  /** What stands in a column, by its key. */
  Cell cell(String column) {
    return cells.getOrDefault(column, Cell.EMPTY);
  }

  /** What the site would show of a column; empty for an empty cell and for one it can't hold. */
  String value(Column column) {
    return PublicForm.of(column.type(), cell(column)).orElse("");
  }

  /** Whether a column says something else than the site has shown until now. */
  boolean isNew(Column column) {
    return !value(column).equals(past.value(column.key()));
  }

  /**
   * Which of two columns that do not go together is to blame: the one that a person has changed;
   * the first if both or none.
   */
  Column charged(Column first, Column second) {
    return !isNew(first) && isNew(second) ? second : first;
  }

  /** The column with that key, where the roadmap has one and it is a measure's row. */
  Optional<Column> working(String key) {
    return heading
        ? Optional.empty()
        : layout.columns().stream().filter(column -> column.key().equals(key)).findFirst();
  }
}
