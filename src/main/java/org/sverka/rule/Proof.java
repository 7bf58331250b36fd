package org.sverka.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/**
 * The status of a measure, the day on which it was carried out and the evidence of it: what the
 * site shows of the three goes together. As long as one is held, the site shows no other of them in
 * a way that contradicts what it keeps showing of that one.
 */
public final class Proof {
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(new DoneWithoutDate(), Layout.COMPLETED_ON),
          new Pair(new DoneWithoutEvidence(), Layout.EVIDENCE),
          new Pair(new DateWithoutDone(), Layout.COMPLETED_ON));

  private final RowView row;
  private final List<Finding> errors;
  private final Set<String> held = new HashSet<>();

  private Proof(RowView row, List<Finding> errors) {
    this.row = row;
    this.errors = errors;
    errors.forEach(error -> held.add(error.column()));
  }

  /**
   * Two columns that go together.
   *
   * @param rule says that they do not
   * @param column the one besides the status
   */
  private record Pair(StatusRule rule, String column) {}

  /**
   * Which columns are held besides those that have an error of their own.
   *
   * @param findings all about the row
   * @return by key, the errors that each waits for
   */
  public static Map<String, List<Finding>> waiting(RowView row, List<Finding> findings) {
    List<Finding> errors =
        findings.stream()
            .filter(finding -> finding.severity() == Severity.ERROR && isOne(finding.column()))
            .toList();
    return errors.isEmpty() ? Map.of() : new Proof(row, errors).waiting();
  }

  private static boolean isOne(String column) {
    return List.of(Layout.STATUS, Layout.COMPLETED_ON, Layout.EVIDENCE).contains(column);
  }

  private Map<String, List<Finding>> waiting() {
    Map<String, List<Finding>> waiting = new HashMap<>();
    List<String> next = contradicting();
    while (!next.isEmpty()) {
      next.forEach(column -> waiting.put(column, errors));
      held.addAll(next);
      next = contradicting();
    }
    return waiting;
  }

  /** Columns that would be shown anew, against what the site shows beside them. */
  private List<String> contradicting() {
    RowView shown = shown();
    List<String> columns = new ArrayList<>();
    for (Pair pair : PAIRS) {
      if (!pair.rule.check(shown).isEmpty()) {
        columns.add(Layout.STATUS);
        columns.add(pair.column);
      }
    }
    return columns.stream()
        .distinct()
        .filter(
            column -> !held.contains(column) && row.working(column).filter(row::isNew).isPresent())
        .toList();
  }

  /** The row as the site would show it. */
  private RowView shown() {
    Map<String, Cell> cells = new HashMap<>(row.cells());
    for (String key : held) {
      row.working(key).ifPresent(column -> cells.put(key, kept(column)));
    }
    return row.withCells(cells);
  }

  private Cell kept(Column column) {
    return Optional.of(row.past().value(column.key()))
        .filter(value -> !value.isEmpty())
        .map(value -> Cell.text(StatusRule.label(column, value)))
        .orElse(Cell.EMPTY);
  }
}
