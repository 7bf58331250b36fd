package org.sverka.google;

import java.io.IOException;

/** An answer is larger than any that is right. To ask for it again at once would not help. */
final class OversizeException extends IOException {
  private final int most;

  /**
   * @param most how many bytes are read at most
   */
  OversizeException(int most) {
    super("The answer is larger than " + most + " bytes");
    this.most = most;
  }

  int most() {
    return most;
  }
}
