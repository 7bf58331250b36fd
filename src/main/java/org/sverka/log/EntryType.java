package org.sverka.log;

import java.util.Arrays;

/** What an entry is about. */
public enum EntryType {
  /** A cell was changed. */
  EDIT("edit"),
  /** A row appeared, vanished or was changed as a whole. */
  ROW("row"),
  /** Header, columns or tab were changed. */
  STRUCTURE("structure"),
  /** Sverka put something back. */
  REPAIR("repair"),
  /** A reviewer said something. */
  REVIEW("review"),
  /** A version of the signed document came into force. */
  EDITION("edition"),
  /** The calendar alone brought a finding, or had a value held or shown. */
  TIME("time"),
  /** An edit elsewhere in the row had a value held or shown. */
  EFFECT("effect"),
  /** A mass change waits for a second look. */
  HELD("held"),
  /** A fault kept the sheet from being read for long. */
  DELAY("delay");

  private final String key;

  EntryType(String key) {
    this.key = key;
  }

  /** Whether a person did it, of whom the side may be known or not. */
  public boolean isSomebodysDoing() {
    return this == EDIT || this == ROW || this == STRUCTURE;
  }

  /** Whether it says what stood somewhere before and after; else it says that something began. */
  public boolean isWorded() {
    return this != TIME && this != HELD && this != DELAY;
  }

  /** Its name in the log. */
  public String key() {
    return key;
  }

  /**
   * The one with that key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EntryType of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No such type of entry: " + key));
  }
}
