package org.sverka.google;

/** The cause of a failure that the server itself reported. */
final class HttpRefusal extends Exception {
  private final int status;

  HttpRefusal(Refusal refusal) {
    super("HTTP " + refusal.status() + " " + refusal.name());
    this.status = refusal.status();
  }

  /** Whether the failure is the server's word that the request itself was wrong. */
  static boolean isBadRequest(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal && refusal.status == 400;
  }

  /** Whether the server did not do what was asked because it won't or can't: 400 or 501. */
  static boolean isIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpRefusal refusal) {
        return refusal.status == 400 || refusal.status == 501;
      }
    }
    return false;
  }
}
