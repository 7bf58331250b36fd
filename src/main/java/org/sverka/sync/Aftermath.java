package org.sverka.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange;
import org.sverka.sheet.Tag;
import org.sverka.sheet.Written;
import org.sverka.sync.Charter.SignedRow;
import org.sverka.sync.Landing.Landed;
import org.sverka.text.Texts;

/**
 * What a write has come to, by its own reply. Sheets has no conditional write: people may have
 * moved rows and columns, or typed into the very cell, between the snapshot and the write. Then the
 * reply shows it, and what was hit by mistake is known.
 *
 * <table>
 * <caption>Which cells are strays</caption>
 * <tr><th>the cell</th><th>it is a stray if</th><th>what has to stand there</th></tr>
 * <tr><td>replaced</td><td>something else stood there than was seen, and than was put</td>
 *     <td>what stood there</td></tr>
 * <tr><td>of a working column, in a row that is known</td><td>it is not what was last seen there</td>
 *     <td>what stood there, else what was last seen</td></tr>
 * <tr><td>of a canonical column, in a row that is known</td><td>it is not as signed</td>
 *     <td>what stood there, else as signed</td></tr>
 * <tr><td>of a column that was put back, not written to</td><td>something was last seen there</td>
 *     <td>that</td></tr>
 * <tr><td>of no column of the table, where columns have moved</td><td>always</td>
 *     <td>what stood there</td></tr>
 * <tr><td>of a service column</td><td>never: the next turn writes it anyway</td><td></td></tr>
 * </table>
 *
 * @param moved whether rows or columns are not where the plan took them to be
 * @param strays what was hit by mistake
 */
record Aftermath(boolean moved, List<Stray> strays) {
  Aftermath {
    strays = List.copyOf(strays);
  }

  /**
   * Compares.
   *
   * @param state as committed before the write
   */
  static Aftermath of(Charter charter, State state, Plan plan, Written reply) {
    return new Inquest(charter, state, plan, reply).run();
  }

  /** One reply, compared with its plan. */
  private static final class Inquest {
    private final Charter charter;
    private final State state;
    private final Plan plan;
    private final Written reply;
    private final List<SheetChange.Replace> replaces;
    private final Map<String, String> keyByHeader = new HashMap<>();
    private final Map<Integer, String> found;

    Inquest(Charter charter, State state, Plan plan, Written reply) {
      this.charter = charter;
      this.state = state;
      this.plan = plan;
      this.reply = reply;
      this.replaces =
          plan.changes().stream()
              .filter(SheetChange.Replace.class::isInstance)
              .map(SheetChange.Replace.class::cast)
              .toList();
      charter
          .layout()
          .columns()
          .forEach(column -> keyByHeader.put(Texts.key(column.header()), column.key()));
      this.found = found();
    }

    Aftermath run() {
      boolean rows =
          plan.witness().keys().entrySet().stream()
              .anyMatch(expected -> !key(expected.getKey()).equals(expected.getValue()));
      boolean columns = (headerIsThere() || keysAreElsewhere()) && haveColumnsMoved();
      if (!rows && !columns && allAsSeen()) {
        return new Aftermath(false, List.of());
      }
      Landing landing = Landing.of(plan.changes());
      Map<Integer, String> places = columns ? found : plan.witness().columns();
      List<Stray> strays = new ArrayList<>();
      landing.cells().forEach(cell -> stray(cell, places).ifPresent(strays::add));
      if (columns) {
        landing.cells().stream()
            .filter(cell -> !places.containsKey(cell.column()) && !cell.value().isEmpty())
            .forEach(cell -> strays.add(beside(cell)));
      }
      landing.newColumns().forEach(column -> leftEmpty(landing, column, places, strays));
      return new Aftermath(rows || columns, strays);
    }

    private boolean allAsSeen() {
      return IntStream.range(0, replaces.size())
          .noneMatch(i -> isSurprise(replaces.get(i), replaced(i)));
    }

    /** Whether something of a person's has been overwritten that no plan knew of. */
    private static boolean isSurprise(SheetChange.Replace replace, Cell was) {
      // Of a formula only the result comes back, so it can't be told whether it is the same.
      boolean known =
          replace.seen().kind() == Cell.Kind.FORMULA || replace.seen().kind() == Cell.Kind.ERROR;
      return !known && !was.readsAs(replace.seen()) && !was.readsAs(replace.value());
    }

    private Optional<Stray> stray(Landed cell, Map<Integer, String> places) {
      String key = places.getOrDefault(cell.column(), "");
      if (key.isEmpty()) {
        return Optional.empty();
      }
      Column column = charter.layout().column(key);
      String number = number(cell.row());
      Optional<Cell> was =
          cell.replaced() < 0 ? Optional.empty() : Optional.of(replaced(cell.replaced()));
      boolean surprise = was.isPresent() && isSurprise(replaces.get(cell.replaced()), was.get());
      Optional<Cell> due = due(number, column);
      if (!surprise && (due.isEmpty() || belongs(cell.value(), number, column))) {
        return Optional.empty();
      }
      return was.or(() -> due)
          .filter(text -> !text.equals(cell.value()))
          .map(text -> new Stray(number, key(cell.row()), key, cell.value(), text));
    }

    /** What has come into a column that is not the table's. */
    private Stray beside(Landed cell) {
      Cell was = cell.replaced() < 0 ? Cell.EMPTY : replaced(cell.replaced());
      return new Stray(number(cell.row()), key(cell.row()), Stray.BESIDE, cell.value(), was);
    }

    private boolean belongs(Cell value, String number, Column column) {
      SignedRow row = charter.byNumber().get(number);
      return due(number, column).filter(value::readsAs).isPresent()
          // A change that the repair limit lets stand.
          || (row != null && value.readsAs(state.row(row).seen(column.key())));
    }

    /** What should stand in a cell, as far as it is known. */
    private Optional<Cell> due(String number, Column column) {
      if (number.equals(Tag.HEADER)) {
        return Optional.of(Cell.text(column.header()));
      }
      SignedRow row = charter.byNumber().get(number);
      if (row == null || column.kind() == Column.Kind.SERVICE) {
        return Optional.empty();
      }
      return Optional.of(
          column.kind() == Column.Kind.CANONICAL
              ? Cell.text(row.signed(column))
              : state.row(row).seen(column.key()));
    }

    /** Rows that came too late for a column that was put back. */
    private void leftEmpty(
        Landing landing, int column, Map<Integer, String> places, List<Stray> strays) {
      String key = places.getOrDefault(column, "");
      if (key.isEmpty()) {
        return;
      }
      List<Integer> written =
          landing.cells().stream()
              .filter(cell -> cell.column() == column)
              .map(Landed::row)
              .toList();
      for (int row = 0; row < reply.keys().size(); row++) {
        Cell due = due(number(row), charter.layout().column(key)).orElse(Cell.EMPTY);
        if (!due.isEmpty() && !written.contains(row)) {
          strays.add(new Stray(number(row), key(row), key, Cell.EMPTY, due));
        }
      }
    }

    private Cell replaced(int index) {
      return index < reply.replaced().size() ? reply.replaced().get(index) : Cell.EMPTY;
    }

    private String number(int row) {
      String key = key(row);
      if (key.equals(headerOfNumbers())) {
        return Tag.HEADER;
      }
      return charter.byNumber().containsKey(key) ? key : "";
    }

    private String key(int row) {
      if (keysAreElsewhere()) {
        // Where rows are is not known then; what is put right has to read as it was written.
        return row == plan.witness().headerRow()
            ? headerOfNumbers()
            : plan.witness().keys().getOrDefault(row, "");
      }
      return row < reply.keys().size() ? Texts.normal(reply.keys().get(row)) : "";
    }

    /** Whether the header stands where it stood, and the key column does not. */
    private boolean keysAreElsewhere() {
      return found.size() * 2 > charter.layout().columns().size()
          && found.containsValue(Layout.NUMBER)
          && !Objects.equals(found.get(plan.witness().keyColumn()), Layout.NUMBER);
    }

    private String headerOfNumbers() {
      return Texts.normal(charter.layout().column(Layout.NUMBER).header());
    }

    private boolean headerIsThere() {
      return key(plan.witness().headerRow()).equals(headerOfNumbers());
    }

    private boolean haveColumnsMoved() {
      return plan.witness().columns().entrySet().stream()
          .anyMatch(
              expected ->
                  found.containsValue(expected.getValue())
                      && !Objects.equals(found.get(expected.getKey()), expected.getValue()));
    }

    /** Which column stands where by now; of two with one header the first. */
    private Map<Integer, String> found() {
      Map<Integer, String> places = new HashMap<>();
      for (int i = 0; i < reply.header().size(); i++) {
        String key = keyByHeader.get(Texts.key(reply.header().get(i)));
        if (key != null && !places.containsValue(key)) {
          places.put(i, key);
        }
      }
      return places;
    }
  }
}
