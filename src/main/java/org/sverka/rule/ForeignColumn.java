package org.sverka.rule;

import org.sverka.sheet.Column;

/**
 * Each party fills in its own columns. If nobody but the other party's accounts has been at work
 * since the last look, an edit of such a column is accepted and published, as the accounts may tell
 * wrong; the row and the log say that somebody should look, and name neither person nor account.
 */
public final class ForeignColumn implements Rule {
  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  /** The finding for an edit of that column by another party than its own. */
  public Finding check(Column column) {
    return finding(column.key(), column.header());
  }
}
