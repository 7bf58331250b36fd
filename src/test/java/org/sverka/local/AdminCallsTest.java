package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sverka.local.admin.Controls;

class AdminCallsTest {
  private final List<Duration> lags = new ArrayList<>();
  private final AdminCalls calls = new AdminCalls(new Controls(Clock.systemUTC()), lags::add);

  private static ApiRequest put(String path, String body) {
    return new ApiRequest(
        "PUT",
        ApiPath.parse(path, false),
        Map.of(),
        "application/json",
        Buffer.buffer(body),
        "",
        Editor.SERVICE,
        "http://127.0.0.1");
  }

  @Test
  void lag_isPassedOn() {
    assertThat(calls.carryOut(put("lag", "{\"seconds\":180}")).status()).isEqualTo(200);
    assertThat(lags).containsExactly(Duration.ofMinutes(3));
  }

  @Test
  void negativeLag_isRefused() {
    assertThatThrownBy(() -> calls.carryOut(put("lag", "{\"seconds\":-1}")))
        .isInstanceOf(ApiException.class);
    assertThat(lags).isEmpty();
  }
}
