package org.sverka.sync;

/**
 * The log that is here is not the one that was signed and shown to the world, or only an older part
 * of it. To go on with it would make a second history.
 */
public final class ForkedLogException extends StoreException {
  public ForkedLogException(String message) {
    super(message);
  }
}
