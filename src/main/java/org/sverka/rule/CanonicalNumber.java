package org.sverka.rule;

import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** The number of a measure or section stands as signed. */
public final class CanonicalNumber implements CanonicalRule {
  @Override
  public boolean covers(Column column) {
    return column.key().equals(Layout.NUMBER);
  }
}
