package org.sverka.google;

/** Where in Drive's log of changes one has read to, kept so that a restart goes on there. */
public interface PageToken {
  /** The place; empty if none is known. */
  String load();

  /** Keeps the place, as one of the account for which it was last loaded. */
  void save(String token);
}
