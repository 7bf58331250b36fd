package org.sverka.feed;

import java.util.List;

/** A query that cannot be answered as it stands. Holds nothing of what was sent but known names. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with a query. */
  public enum Reason {
    /** Not a query: a broken escape, a name twice, too much of it. */
    MALFORMED,
    /** There is no parameter of that name. */
    UNKNOWN_FILTER,
    /** The parameter is known and its value is not. */
    UNKNOWN_VALUE,
    /** The period ends before it begins, or has not begun. */
    EMPTY_PERIOD,
    /** The entry that a period ends with comes before its beginning. */
    BACKWARDS,
    /** Two parameters say the same thing in two ways. */
    SAID_TWICE,
    /** The period is over before anything was kept. */
    BEFORE_THE_LOG
  }

  private final Reason reason;
  private final String parameter;
  private final transient List<String> allowed;

  private QueryException(Reason reason, String parameter, List<String> allowed) {
    super(reason + " " + parameter, null, false, false);
    this.reason = reason;
    this.parameter = parameter;
    this.allowed = List.copyOf(allowed);
  }

  /** The text is not a query at all. */
  public static QueryException malformed() {
    return new QueryException(Reason.MALFORMED, "", List.of());
  }

  /**
   * There is no such parameter.
   *
   * @param known the names that there are
   */
  public static QueryException unknownFilter(String name, List<String> known) {
    return new QueryException(Reason.UNKNOWN_FILTER, name, known);
  }

  /**
   * The parameter is known and cannot have that value.
   *
   * @param allowed the values that there are, or the form that one must have
   */
  public static QueryException unknownValue(String parameter, List<String> allowed) {
    return new QueryException(Reason.UNKNOWN_VALUE, parameter, allowed);
  }

  /** There is no time between the beginning and the end that were asked for. */
  public static QueryException emptyPeriod() {
    return new QueryException(Reason.EMPTY_PERIOD, "", List.of());
  }

  /** The entry that a period ends with comes before its beginning. */
  public static QueryException backwards() {
    return new QueryException(Reason.BACKWARDS, "", List.of());
  }

  /**
   * Two parameters say the same thing in two ways.
   *
   * @param others the one or the other, of which there may be one
   */
  public static QueryException saidTwice(String parameter, List<String> others) {
    return new QueryException(Reason.SAID_TWICE, parameter, others);
  }

  /**
   * What is asked about was over before anything was kept.
   *
   * @param first where what is kept begins, as the parameter would spell it
   */
  public static QueryException beforeTheLog(String parameter, String first) {
    return new QueryException(Reason.BEFORE_THE_LOG, parameter, List.of(first));
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }

  /** The parameter that it is about, as it was sent; empty if it is about none. */
  public String parameter() {
    return parameter;
  }

  /** The names or values that there are. */
  public List<String> allowed() {
    return allowed;
  }
}
