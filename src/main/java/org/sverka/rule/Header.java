package org.sverka.rule;

import org.sverka.sheet.Column;

/** Every column of the layout is there under its own name. */
public final class Header implements Rule {
  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  /** The finding for a column whose header reads otherwise. */
  public Finding renamed(Column column, String found) {
    return finding(column.key(), column.header(), Excerpt.of(found));
  }

  /** The finding for a column that is not there. */
  public Finding missing(Column column) {
    return variant("missing", Severity.ERROR, column.key(), column.header());
  }

  /** The finding for a column whose header stands in several places. */
  public Finding ambiguous(Column column) {
    return variant("ambiguous", Severity.ERROR, column.key(), column.header());
  }

  /** The finding for a sheet without a header row. */
  public Finding row() {
    return variant("row", Severity.ERROR, "");
  }

  /** The finding for the tab that is not there. */
  public Finding tab(String title) {
    return variant("tab", Severity.ERROR, "", title);
  }
}
