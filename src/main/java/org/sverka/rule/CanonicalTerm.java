package org.sverka.rule;

import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** The term of a measure stands as signed. */
public final class CanonicalTerm implements CanonicalRule {
  @Override
  public boolean covers(Column column) {
    return column.key().equals(Layout.TERM);
  }
}
