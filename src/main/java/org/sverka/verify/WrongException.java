package org.sverka.verify;

/** The log is not what it should be. */
final class WrongException extends Exception {
  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final String where;

  /**
   * @param where number of an entry, path of a tile, or what else tells the place
   */
  WrongException(Fault fault, String where) {
    super(fault + " " + where);
    this.fault = fault;
    this.where = where;
  }

  Outcome.Wrong outcome() {
    return new Outcome.Wrong(fault, where);
  }
}
