package org.sverka.rule;

import java.util.List;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;

/**
 * Nothing in the table tells who a person is or how to reach them: no phone number, e-mail address,
 * passport, SNILS or INN of a person.
 */
public final class PersonalData implements CellRule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public List<Finding> check(Column column, Cell cell) {
    return PersonalText.kinds(cell.text()).stream()
        .map(kind -> variant(kind.key(), Severity.ERROR, column.key(), column.header()))
        .toList();
  }
}
