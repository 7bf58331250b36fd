package org.sverka.google;

/** How the browser comes back from the consent (RFC 6749, 4.1.2). */
sealed interface Redirect {
  /** The person consented. */
  record Code(String code) implements Redirect {}

  /** The person said no. */
  record Denied() implements Redirect {}

  /**
   * It came to nothing.
   *
   * @param error its code, in small letters and underscores
   */
  record Failed(String error) implements Redirect {}
}
