package org.sverka.google;

import com.google.api.services.drive.model.Channel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetNews;

/**
 * Keeps a channel open through which Drive pushes (<a
 * href="https://developers.google.com/workspace/drive/api/guides/push">push notifications</a>). A
 * channel can't be prolonged; so before it ends a new one is opened, and then the old one closed.
 * Blocking and for one thread at a time, except for {@link #believes} and {@link #status}.
 */
final class PushChannel {
  private static final Logger log = LoggerFactory.getLogger(PushChannel.class);
  private static final Duration WANTED = Duration.ofDays(6);
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Duration UNLESS_TOLD = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int TOKEN_BYTES = 32;

  private final DriveApi api;
  private final String address;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final SecureRandom random = new SecureRandom();
  private final List<OpenChannel> believed = new CopyOnWriteArrayList<>();
  private volatile @Nullable OpenChannel current;
  private volatile String error = "";
  private int failures;
  private long failedAt;

  /**
   * @param address where pushes shall go, https; empty for none
   * @param clock tells Drive when a channel shall end
   * @param nanos monotonic, tells when to renew it
   */
  PushChannel(DriveApi api, String address, InstantSource clock, LongSupplier nanos) {
    this.api = api;
    this.address = address;
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * Opens or renews the channel if it is time to. That it can't be done is said by {@link #status}
   * and changes nothing else.
   *
   * @param pageToken the place in the log of changes from which on pushes are wanted
   */
  void tend(String pageToken) {
    long now = nanos.getAsLong();
    OpenChannel old = current;
    if (address.isEmpty() || (old != null && !old.isDue(now)) || isPausing(now)) {
      return;
    }
    try {
      current = open(pageToken, now);
      failures = 0;
      error = "";
    } catch (SheetException e) {
      failed(e, now);
      if (old != null && old.isOver(now)) {
        believed.remove(old);
        current = null;
      }
      return;
    }
    if (old != null) {
      stop(old);
    }
  }

  /** Whether a push came through a channel that is open. */
  boolean believes(Push push) {
    return believed.stream().anyMatch(channel -> channel.sent(push));
  }

  SheetNews.Channel status() {
    OpenChannel open = current;
    SheetNews.Channel.State state =
        address.isEmpty()
            ? SheetNews.Channel.State.OFF
            : open != null
                ? SheetNews.Channel.State.OPEN
                : error.isEmpty()
                    ? SheetNews.Channel.State.OPENING
                    : SheetNews.Channel.State.FAILING;
    return new SheetNews.Channel(state, Optional.ofNullable(open).map(OpenChannel::ends), error);
  }

  /** Closes the channel. */
  void close() {
    OpenChannel open = current;
    current = null;
    if (open != null) {
      stop(open);
    }
    believed.clear();
  }

  private OpenChannel open(String pageToken, long now) {
    Instant wanted = clock.instant().plus(WANTED);
    OpenChannel asked =
        new OpenChannel(UUID.randomUUID().toString(), secret(), "", now, WANTED, wanted);
    believed.add(asked);
    try {
      Channel answer =
          api.watch(
              pageToken,
              new Channel()
                  .setId(asked.id())
                  .setType("web_hook")
                  .setAddress(address)
                  .setToken(asked.token())
                  .setExpiration(wanted.toEpochMilli()));
      OpenChannel open = answered(asked, answer);
      believed.add(open);
      log.atInfo().addKeyValue("ends", open.ends()).log("Drive pushes its news from now on");
      return open;
    } finally {
      believed.remove(asked);
    }
  }

  private OpenChannel answered(OpenChannel asked, Channel answer) {
    Instant now = clock.instant();
    Long expiration = answer.getExpiration();
    Duration life =
        expiration == null ? UNLESS_TOLD : Duration.between(now, Instant.ofEpochMilli(expiration));
    if (life.compareTo(LONGEST) > 0 || life.compareTo(FIRST_PAUSE) < 0) {
      // One of the two clocks is wrong.
      life = UNLESS_TOLD;
    }
    return asked.answered(Absent.text(answer.getResourceId()), life, now.plus(life));
  }

  private void stop(OpenChannel channel) {
    believed.remove(channel);
    try {
      api.stop(new Channel().setId(channel.id()).setResourceId(channel.resourceId()));
    } catch (SheetException e) {
      // It ends by itself, and what it sends until then is not believed.
      log.atInfo().addKeyValue("reason", e.getMessage()).log("A push channel was not closed");
    }
  }

  private boolean isPausing(long now) {
    long times = 1L << Math.min(failures, 7);
    Duration pause = FIRST_PAUSE.multipliedBy(times).dividedBy(2);
    Duration longest = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    return failures > 0 && now - failedAt < longest.toNanos();
  }

  private void failed(SheetException e, long now) {
    failures++;
    failedAt = now;
    error = Words.operator("no-channel", address, Absent.text(e.getMessage()));
    log.atWarn().addKeyValue("failures", failures).log(error);
  }

  private String secret() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
