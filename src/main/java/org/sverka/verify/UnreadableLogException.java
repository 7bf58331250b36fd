package org.sverka.verify;

/** The log can't be had; nothing is known of whether it is right. */
public final class UnreadableLogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableLogException(String message, Throwable cause) {
    super(message, cause);
  }

  UnreadableLogException(String message) {
    super(message);
  }
}
