package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.header;

import io.github.bucket4j.TimeMeter;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/** A client that asks too often is refused, and nobody else. */
class FloodIT {
  private static final String FEED = "/api/v1/roadmaps/one";

  private final AtomicLong nanos = new AtomicLong(1);
  private Served served;

  /** Ten requests at once, one more each second of a clock that stands still. */
  private void start(String proxies) {
    TimeMeter clock =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos.get();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        };
    served =
        new Served(
            new PublicServer.Terms(
                new ClientLimit(1, TrustedProxies.parse(proxies).orElseThrow(), clock), false),
            FakePublished.sample("one"));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  @Test
  void t19_flood_isRefusedWithTheTimeToComeBack() throws Exception {
    start("");
    for (int i = 0; i < 10; i++) {
      assertThat(served.get(FEED).statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = served.get(FEED);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(header(refused, "Retry-After")).isEqualTo("5");
    assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(refused, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(served.get("/one"), "Content-Type")).startsWith("text/html");
    nanos.addAndGet(60_000_000_000L);
    new Schemas(path -> served.get(path).body()).check("problem", refused.body());
  }

  @Test
  void whoWaits_mayAskAgain() {
    start("");
    for (int i = 0; i < 11; i++) {
      served.get(FEED);
    }
    nanos.addAndGet(2_000_000_000L);

    assertThat(served.get(FEED).statusCode()).isEqualTo(200);
    assertThat(served.get(FEED).statusCode()).isEqualTo(200);
    assertThat(served.get(FEED).statusCode()).isEqualTo(429);
  }

  @Test
  void t19_forgedForwarding_neitherEvadesNorBlocks() {
    start("");
    for (int i = 0; i < 10; i++) {
      served.get(FEED, "X-Forwarded-For", "198.51.100." + i);
    }

    assertThat(served.get(FEED, "X-Forwarded-For", "198.51.100.99").statusCode()).isEqualTo(429);
  }

  @Test
  void t19_behindATrustedProxy_eachClientHasItsOwnMeasure() {
    start("127.0.0.1");
    for (int i = 0; i < 10; i++) {
      served.get(FEED, "X-Forwarded-For", "198.51.100.1");
    }

    assertThat(served.get(FEED, "X-Forwarded-For", "198.51.100.1").statusCode()).isEqualTo(429);
    assertThat(served.get(FEED, "X-Forwarded-For", "9.9.9.9, 198.51.100.1").statusCode())
        .isEqualTo(429);
    assertThat(served.get(FEED, "X-Forwarded-For", "198.51.100.2").statusCode()).isEqualTo(200);
  }
}
