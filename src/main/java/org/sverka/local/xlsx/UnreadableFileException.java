package org.sverka.local.xlsx;

/** A file that is refused; the message, in Russian, tells whoever sent it what to do. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }
}
