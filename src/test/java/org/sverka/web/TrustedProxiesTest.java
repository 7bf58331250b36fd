package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks, when others speak for them. */
class TrustedProxiesTest {
  private static InetAddress address(String text) {
    return TrustedProxies.address(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // proxies | peer | X-Forwarded-For | client
        "''|203.0.113.9|1.2.3.4|203.0.113.9",
        "10.0.0.1|203.0.113.9|1.2.3.4|203.0.113.9",
        "10.0.0.1|10.0.0.1|1.2.3.4|1.2.3.4",
        "10.0.0.1|10.0.0.1|6.6.6.6, 1.2.3.4|1.2.3.4",
        "10.0.0.0/8|10.0.0.1|6.6.6.6, 1.2.3.4, 10.9.9.9|1.2.3.4",
        "10.0.0.0/8|10.0.0.1|10.1.1.1|10.1.1.1",
        "10.0.0.1|10.0.0.1|1.2.3.4, unknown|10.0.0.1",
        "10.0.0.1|10.0.0.1|<script>|10.0.0.1",
        "10.0.0.1|10.0.0.1|''|10.0.0.1",
        "10.0.0.1|10.0.0.1|1.2.3.4:5678|10.0.0.1",
        "2001:db8::/32|2001:db8::1|2a00:1::5|2a00:1::5"
      })
  void t19_client_isTheRightmostWhoIsNoProxyOfOurs(
      String proxies, String peer, String forwarded, String client) {
    assertThat(
            TrustedProxies.parse(proxies).orElseThrow().client(address(peer), List.of(forwarded)))
        .isEqualTo(address(client));
  }

  @Test
  void t19_severalHeaders_areOneList() {
    assertThat(
            TrustedProxies.parse("10.0.0.1")
                .orElseThrow()
                .client(address("10.0.0.1"), List.of("6.6.6.6", "1.2.3.4")))
        .isEqualTo(address("1.2.3.4"));
  }

  @ParameterizedTest
  @CsvSource({
    "2a00:1450:4010:c0e::8b, 2a00:1450:4010:c0e:ffff::1, true",
    "2a00:1450:4010:c0e::8b, 2a00:1450:4010:c0f::8b, false",
    "192.0.2.1, 192.0.2.2, false",
    "::ffff:192.0.2.1, 192.0.2.1, true"
  })
  void t19_networkOf64Bits_isOneClient(String one, String other, boolean same) {
    assertThat(ClientLimit.name(address(one)).equals(ClientLimit.name(address(other))))
        .isEqualTo(same);
  }
}
