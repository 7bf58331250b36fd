package org.sverka.rule;

import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** The bodies that answer for a measure stand as signed. */
public final class CanonicalResponsible implements CanonicalRule {
  @Override
  public boolean covers(Column column) {
    return column.key().startsWith(Layout.RESPONSIBLE);
  }
}
