package org.sverka.google;

import java.time.Duration;
import org.sverka.sheet.SheetException;

/** Why no access token is to be had, and when it is worth asking again. */
record TokenFault(String text, boolean retryable, Until until) {
  /** When it is worth asking again, if the credentials stay what they are. */
  enum Until {
    /** In a minute: it may pass by itself. */
    SOON(Duration.ofMinutes(1)),
    /** In five minutes: somebody has to mend something that can't be watched from here. */
    LATER(Duration.ofMinutes(5)),
    /** Never: other credentials are needed. */
    CHANGED(Duration.ofDays(36_500));

    private final long nanos;

    Until(Duration pause) {
      this.nanos = pause.toNanos();
    }

    long nanos() {
      return nanos;
    }
  }

  /** The failure; without a cause, since that would quote the answer of the token endpoint. */
  SheetException failure() {
    return new SheetException(text, retryable);
  }
}
