package org.sverka.rule;

import java.util.List;

/**
 * What stands in columns beside the table is not the table's: it is left alone and never reaches
 * the site, which is entered once so that nobody relies on it.
 */
public final class TextOutsideTable implements Rule {
  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  /** The finding for columns with these headers. */
  public Finding check(List<String> headers) {
    return finding("", String.join(", ", headers));
  }

  /** How a column with that header is called in the finding. */
  public static String name(String header) {
    return "«" + Excerpt.of(header) + "»";
  }
}
