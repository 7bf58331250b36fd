package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyTokenTest {
  private static final URI SHEETS = URI.create("https://sheets.example/");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile boolean fails;

  @Test
  void refusedToken_isRenewedOnceAMinute() throws Exception {
    SteadyToken token = token(Instant.now().plusSeconds(3600));

    assertThat(token.renew("Bearer t")).isTrue();
    assertThat(token.renew("Bearer t")).isFalse();
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(token.renew("Bearer t")).isFalse();
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(token.renew("Bearer t")).isTrue();

    assertThat(asked).hasValue(2);
  }

  @Test
  void tokenThatAnotherRequestHasRenewed_isUsedWithoutAskingAgain() throws Exception {
    SteadyToken token = token(Instant.now().plusSeconds(3600));
    assertThat(token.renew("Bearer old")).isTrue();

    assertThat(token.renew("Bearer old")).isTrue();

    assertThat(asked).hasValue(1);
  }

  @Test
  void tokenThatIsAboutToEndWhileNoOtherIsToBeHad_isAFailureThatIsTold() throws Exception {
    // 210 s are left: here the library would ask on the side, at each request, and say nothing.
    SteadyToken token = token(Instant.now(), () -> Instant.now().minusSeconds(75));
    assertThat(token.getRequestMetadata(SHEETS)).containsKey("Authorization");
    fails = true;

    assertThatIOException().isThrownBy(() -> token.getRequestMetadata(SHEETS));
  }

  @Test
  void tokenThatHasEnded_isKeptForAMinute() throws Exception {
    SteadyToken token = token(Instant.now().minus(Duration.ofMinutes(10)));

    for (int request = 0; request < 5; request++) {
      assertThat(token.getRequestMetadata(SHEETS).get("Authorization"))
          .isEqualTo(List.of("Bearer t"));
    }

    assertThat(asked).hasValue(1);
  }

  @Test
  void tokenWithALongLife_keepsIt() throws Exception {
    Instant end = Instant.now().plusSeconds(3600);

    assertThat(token(end).refreshAccessToken().getExpirationTime()).isEqualTo(Date.from(end));
  }

  private SteadyToken token(Instant end) {
    return token(end, InstantSource.system());
  }

  private SteadyToken token(Instant end, InstantSource clock) {
    GoogleCredentials source =
        new GoogleCredentials(GoogleCredentials.newBuilder()) {
          @Override
          public AccessToken refreshAccessToken() throws IOException {
            asked.incrementAndGet();
            if (fails) {
              throw new IOException("down");
            }
            return new AccessToken("t", Date.from(end));
          }
        };
    return new SteadyToken(source, clock, nanos::get);
  }
}
