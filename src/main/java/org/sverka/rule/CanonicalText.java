package org.sverka.rule;

import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** The text of a measure, or the title of a section, stands as signed. */
public final class CanonicalText implements CanonicalRule {
  @Override
  public boolean covers(Column column) {
    return column.key().equals(Layout.TEXT);
  }
}
