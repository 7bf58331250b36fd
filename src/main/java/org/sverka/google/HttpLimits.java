package org.sverka.google;

import java.time.Duration;

/**
 * How long one request may take, how large its answer may be and how often a read is repeated.
 *
 * @param connect until the connection stands
 * @param read between two bytes of an answer
 * @param total for one whole answer, so that a trickle ends too
 * @param attempts of one read, the first included
 * @param firstPause after the first failed attempt; doubled after each further one, plus up to as
 *     much again at random
 * @param longestPause that a read waits, whatever the server asks for
 * @param answerBytes of an unpacked answer
 */
public record HttpLimits(
    Duration connect,
    Duration read,
    Duration total,
    int attempts,
    Duration firstPause,
    Duration longestPause,
    int answerBytes) {
  private static final HttpLimits STANDARD =
      new HttpLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(32),
          64 * 1024 * 1024);

  public HttpLimits {
    if (attempts < 1 || answerBytes < 1) {
      throw new IllegalArgumentException("At least one attempt and one byte are needed");
    }
  }

  /** What suits Google: its own limit for one request is 180 seconds, its quotas last a minute. */
  public static HttpLimits standard() {
    return STANDARD;
  }
}
