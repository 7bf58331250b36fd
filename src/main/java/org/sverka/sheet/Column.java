package org.sverka.sheet;

/**
 * A column of the sheet. It is found by its header or its tag, never by its letter.
 *
 * @param key its name in code, log and feed, such as {@code progress.spb}
 * @param header its name in row 1
 * @param required whether a person never leaves it empty
 * @param party key of the party that fills it; empty where it belongs to none
 */
public record Column(
    String key, String header, Kind kind, ColumnType type, boolean required, String party) {
  /** A column that may be left empty. */
  public Column(String key, String header, Kind kind, ColumnType type, String party) {
    this(key, header, kind, type, false, party);
  }

  /** Who writes a column. */
  public enum Kind {
    /** Copied from the signed document. */
    CANONICAL,
    /** Edited by people, never overwritten by Sverka. */
    WORKING,
    /** Written by Sverka. */
    SERVICE
  }
}
