package org.sverka.google;

import java.util.List;
import java.util.Optional;

/** The cause of a failure that the server itself reported. */
final class HttpRefusal extends Exception {
  private final int status;
  private final boolean barring;
  private final String words;

  /**
   * @param barring whether every other request would be refused as well
   */
  HttpRefusal(Refusal refusal, boolean barring) {
    super("HTTP " + refusal.status() + " " + refusal.name());
    this.status = refusal.status();
    this.barring = barring;
    this.words = refusal.message();
  }

  /** Whether the failure stands until a person has mended something, whatever is asked. */
  static boolean isBarring(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal && refusal.barring;
  }

  /** The server's own words, with the status; empty if the failure is none of the server's. */
  static String said(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal
        ? refusal.getMessage() + ": " + refusal.words
        : "";
  }

  /** Whether the failure is the server's word that the request itself was wrong. */
  static boolean isBadRequest(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal && refusal.status == 400;
  }

  /** Whether the server did not do what was asked because it won't or can't. */
  static boolean isDeclined(Throwable failure) {
    return first(failure)
        .filter(refusal -> refusal.status == 400 || refusal.status == 501)
        .isPresent();
  }

  /** Whether the server does not know a kind of request. */
  static boolean isUnknown(Throwable failure) {
    return first(failure).filter(refusal -> refusal.status == 501).isPresent();
  }

  /** Whether the server names one of these kinds of request as the one that it refuses. */
  static boolean names(Throwable failure, List<String> kinds) {
    return first(failure)
        .filter(refusal -> refusal.status == 400)
        .filter(refusal -> kinds.stream().anyMatch(kind -> refusal.words.contains("]." + kind)))
        .isPresent();
  }

  private static Optional<HttpRefusal> first(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpRefusal refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  /** Whether the failure is the server's word that what was named is not there, or not any more. */
  static boolean isGone(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal
        && (refusal.status == 400 || refusal.status == 404 || refusal.status == 410);
  }
}
