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

  /** Whether the failure is the server's word that what was named is not there, or not any more. */
  static boolean isGone(Throwable failure) {
    return failure.getCause() instanceof HttpRefusal refusal
        && (refusal.status == 400 || refusal.status == 404 || refusal.status == 410);
  }
}
