package org.sverka.sheet;

import java.time.Duration;

/** The sheet could not be read or written. The message is for the operator and holds no secret. */
public final class SheetException extends RuntimeException {
  private final boolean retryable;
  private final Duration putOffFor;

  private SheetException(String message, Duration putOffFor) {
    super(message);
    this.retryable = true;
    this.putOffFor = putOffFor;
  }

  /**
   * @param retryable whether waiting may help: quota, timeout, server fault; else a person must act
   */
  public SheetException(String message, boolean retryable, Throwable cause) {
    super(message, cause);
    this.retryable = retryable;
    this.putOffFor = Duration.ZERO;
  }

  /**
   * @param retryable whether waiting may help
   */
  public SheetException(String message, boolean retryable) {
    super(message);
    this.retryable = retryable;
    this.putOffFor = Duration.ZERO;
  }

  /**
   * Nothing failed and nothing was sent: it is not this sheet's turn yet.
   *
   * @param wait after which it may be
   */
  public static SheetException putOff(String message, Duration wait) {
    return new SheetException(message, wait.isZero() ? Duration.ofMillis(1) : wait);
  }

  /** How long to wait before the next attempt; zero unless it was {@link #putOff}. */
  public Duration putOffFor() {
    return putOffFor;
  }

  /** Whether waiting may help. */
  public boolean retryable() {
    return retryable;
  }
}
