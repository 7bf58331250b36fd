package org.sverka.rule;

import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.text.Texts;

/**
 * A rule that some canonical columns stand as signed. A difference that can't be read (spaces,
 * kinds of quotes and dashes) is but a note.
 */
interface CanonicalRule extends RowRule {
  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /** Whether the rule is about that canonical column. */
  boolean covers(Column column);

  @Override
  default List<Finding> check(RowView row) {
    List<Finding> findings = new ArrayList<>();
    for (Column column : row.layout().columns(Column.Kind.CANONICAL)) {
      if (!covers(column)) {
        continue;
      }
      String signed = row.signed().getOrDefault(column.key(), "");
      Cell cell = row.cell(column);
      if (cell.equals(Cell.text(signed))) {
        continue;
      }
      findings.add(
          cell.kind() != Cell.Kind.FORMULA && Texts.same(cell.text(), signed)
              ? variant("spelling", Severity.NOTE, column.key(), column.header())
              : finding(
                  column.key(), column.header(), row.number(), Redline.of(signed, cell.text())));
    }
    return findings;
  }
}
