package org.sverka.sheet;

/** The sheet could not be read or written. The message is for the operator and holds no secret. */
public final class SheetException extends RuntimeException {
  private final boolean retryable;

  /**
   * @param retryable whether waiting may help: quota, timeout, server fault; else a person must act
   */
  public SheetException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
  }

  /**
   * @param retryable whether waiting may help
   */
  public SheetException(String message, boolean retryable) {
    super(message);
    this.retryable = retryable;
  }

  /** Whether waiting may help. */
  public boolean retryable() {
    return retryable;
  }
}
