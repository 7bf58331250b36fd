package org.sverka.fault;

import java.util.Objects;

/**
 * One request of the program that has come by, and what became of it.
 *
 * @param at nanoseconds of the program's steady clock
 * @param path with the query
 * @param body unpacked
 * @param authorization as sent; empty if there was none
 */
record Exchange(
    int number,
    long at,
    String method,
    String path,
    String body,
    String authorization,
    Outcome outcome) {
  /** What is asked for. */
  enum Kind {
    /** A tab, whole. */
    READ,
    /** What tabs there are. */
    TABS,
    /** A change to the sheet. */
    WRITE,
    /** Anything of Drive's. */
    DRIVE,
    /** An access token. */
    TOKEN
  }

  /** What became of it; settled when the answer has been passed on. */
  static final class Outcome {
    private volatile boolean struck;
    private volatile boolean intact;
    private volatile String status = "";

    void settle(String told, boolean wasStruck, boolean wasIntact) {
      struck = wasStruck;
      intact = wasIntact;
      status = told;
    }
  }

  Kind kind() {
    String plain = path.replaceFirst("\\?.*", "");
    if (plain.endsWith("/token")) {
      return Kind.TOKEN;
    }
    if (plain.startsWith("/drive/")) {
      return Kind.DRIVE;
    }
    if (plain.endsWith(":batchUpdate")) {
      return Kind.WRITE;
    }
    return plain.endsWith(":getByDataFilter") ? Kind.READ : Kind.TABS;
  }

  /** Whether a fault met it. */
  boolean struck() {
    return outcome.struck;
  }

  /** Whether its answer came as the sheet gave it, whole and in good order. */
  boolean intact() {
    return outcome.intact;
  }

  /** Whether it was refused for its token, and so certainly not done. */
  boolean isUnauthenticated() {
    return outcome.status.equals("401");
  }

  /** Whether the sheet said that there is no such thing. */
  boolean isRefused() {
    return outcome.status.equals("400");
  }

  boolean is(Kind wanted) {
    return Objects.equals(kind(), wanted);
  }
}
