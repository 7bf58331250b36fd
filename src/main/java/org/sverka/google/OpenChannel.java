package org.sverka.google;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.sverka.sheet.Push;

/**
 * A channel through which Drive pushes.
 *
 * @param id chosen here
 * @param token a secret chosen here, sent along with each push
 * @param resourceId given by Drive; empty until it has answered
 * @param openedAt nanoseconds of a monotonic clock
 * @param life how long it lasts from then on
 * @param ends the same for people
 */
record OpenChannel(
    String id, String token, String resourceId, long openedAt, Duration life, Instant ends) {
  /** Whether it is time to open the next one. A fifth of its life is left for attempts. */
  boolean isDue(long now) {
    return now - openedAt >= life.multipliedBy(4).dividedBy(5).toNanos();
  }

  boolean isOver(long now) {
    return now - openedAt >= life.toNanos();
  }

  /**
   * Whether the push came through this channel. How long that takes does not tell how much of it
   * was guessed right. Drive's first message may come before its answer to the request.
   */
  boolean sent(Push push) {
    boolean answered = !resourceId.isEmpty();
    String resource = answered ? push.resourceId() : "";
    return (answered || push.isSync())
        && MessageDigest.isEqual(
            secret(id, token, resourceId), secret(push.channelId(), push.token(), resource));
  }

  OpenChannel answered(String resource, Duration lasting, Instant until) {
    return new OpenChannel(id, token, resource, openedAt, lasting, until);
  }

  @Override
  public String toString() {
    return "OpenChannel[" + id + "]";
  }

  private static byte[] secret(String id, String token, String resourceId) {
    return String.join("\n", id, token, resourceId).getBytes(StandardCharsets.UTF_8);
  }
}
