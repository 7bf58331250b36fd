package org.sverka.cli;

/** The surroundings do not allow what was asked; the message says what to do. */
final class UnavailableException extends RuntimeException {
  UnavailableException(String message) {
    super(message);
  }

  UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
