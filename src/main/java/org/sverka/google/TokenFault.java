package org.sverka.google;

import java.time.Duration;
import org.sverka.sheet.SheetException;

/** Why no access token is to be had, and when it is worth asking again. */
record TokenFault(String text, boolean retryable, Until until) {
  /** When it is worth asking again, if the credentials stay what they are. */
  enum Until {
    /** In a minute: it may pass by itself. */
    SOON(Duration.ofMinutes(1)),
    /** In five minutes: somebody has to mend something elsewhere, which can't be watched. */
    LATER(Duration.ofMinutes(5)),
    /** In an hour: hardly anything but other credentials will help, and those are noticed. */
    CHANGED(Duration.ofHours(1));

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
