package org.sverka.cli;

/** How the program can end. */
final class Exit {
  static final int FINE = 0;

  /** The question was answered, and the answer is no. */
  static final int NO = 1;

  /** What was given makes no sense: an option, a setting, a document. */
  static final int BAD_INPUT = 2;

  /** The surroundings do not allow it: a port, a directory, the sheet. */
  static final int UNAVAILABLE = 3;

  /** The log is not the one that was signed; to go on would make a second history. */
  static final int FORK = 4;

  /** A fault of ours. */
  static final int FAULT = 70;

  private Exit() {}
}
