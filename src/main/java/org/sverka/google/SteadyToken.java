package org.sverka.google;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is asked for at most about once a minute, however short a life the token
 * endpoint gives it and however often it is refused.
 */
final class SteadyToken extends OAuth2Credentials {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** A token is taken for old this long before it ends. */
  private static final Duration MARGIN = Duration.ofSeconds(225);

  private final transient GoogleCredentials source;
  private final transient InstantSource clock;
  private final transient LongSupplier nanos;
  private transient long renewedAt;
  private transient boolean renewed;

  SteadyToken(GoogleCredentials source) {
    this(source, InstantSource.system(), System::nanoTime);
  }

  /**
   * @param clock tells how long a token lasts at least
   * @param nanos a clock that never jumps
   */
  SteadyToken(GoogleCredentials source, InstantSource clock, LongSupplier nanos) {
    // No margin in which the library asks at each request and keeps silent about a failure.
    super(null, MARGIN, MARGIN);
    this.source = source;
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * Gets a new token because one was refused.
   *
   * @param refused the header in which that was sent
   * @return false if the refused one is the present one and less than a minute old, so that it
   *     would hardly help
   * @throws IOException if there is none to be had
   */
  synchronized boolean renew(String refused) throws IOException {
    long now = nanos.getAsLong();
    if (renewed && now - renewedAt < PAUSE.toNanos()) {
      // Another request may have renewed it meanwhile.
      AccessToken present = getAccessToken();
      return present != null && !refused.equals("Bearer " + present.getTokenValue());
    }
    renewed = true;
    renewedAt = now;
    refresh();
    return true;
  }

  @Override
  public AccessToken refreshAccessToken() throws IOException {
    AccessToken token = source.refreshAccessToken();
    Date end = token.getExpirationTime();
    Instant soonest = clock.instant().plus(PAUSE).plus(MARGIN);
    return end == null || end.toInstant().isAfter(soonest)
        ? token
        : AccessToken.newBuilder()
            .setTokenValue(token.getTokenValue())
            .setExpirationTime(Date.from(soonest))
            .setScopes(token.getScopes())
            .build();
  }

  @Override
  protected Map<String, List<String>> getAdditionalHeaders() {
    // Whose quota is used, where default credentials name a project for that.
    String project = source.getQuotaProjectId();
    return project == null ? Map.of() : Map.of("x-goog-user-project", List.of(project));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
