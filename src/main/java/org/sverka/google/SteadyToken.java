package org.sverka.google;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An access token that is asked for at most about once a minute, however short a life the token
 * endpoint gives it and however often it is refused.
 */
final class SteadyToken extends OAuth2Credentials {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** The library takes a token for old this long before it ends. */
  private static final Duration MARGIN = Duration.ofSeconds(225);

  private final transient GoogleCredentials source;
  private transient long renewedAt;
  private transient boolean renewed;

  SteadyToken(GoogleCredentials source) {
    this.source = source;
  }

  /**
   * Gets a new token because the old one was refused.
   *
   * @param now nanoseconds of a clock that never jumps
   * @return false if that was done less than a minute ago, so that it would hardly help
   * @throws IOException if there is none to be had
   */
  synchronized boolean renew(long now) throws IOException {
    if (renewed && now - renewedAt < PAUSE.toNanos()) {
      return false;
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
    Instant soonest = Instant.now().plus(PAUSE).plus(MARGIN);
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
