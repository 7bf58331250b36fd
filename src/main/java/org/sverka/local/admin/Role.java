package org.sverka.local.admin;

/** What an account may do with one spreadsheet; each may do what those before it may. */
public enum Role {
  NONE,
  READER,
  COMMENTER,
  WRITER,
  OWNER;

  /** Whether this is that role or more. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
