package org.sverka.google;

/**
 * An answer of the server as text.
 *
 * @param contentType as sent; empty if it was not
 * @param retryAfter the header of that name; empty if it was not sent
 */
record Answer(int status, String contentType, String retryAfter, String body) {
  /** Whether it is what was asked for, as far as the status tells. */
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether it calls itself JSON and looks like an object. */
  boolean isJsonObject() {
    String text = body.strip();
    return contentType.startsWith("application/json") && text.startsWith("{") && text.endsWith("}");
  }
}
