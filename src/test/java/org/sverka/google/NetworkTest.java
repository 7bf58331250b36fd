package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UnknownHostException("sheets.example"), Network.UNKNOWN_HOST),
        Arguments.of(new ConnectException("Connection refused"), Network.REFUSED),
        Arguments.of(new NoRouteToHostException("No route"), Network.REFUSED),
        Arguments.of(new SSLHandshakeException("PKIX path building failed"), Network.CERTIFICATE),
        Arguments.of(new SocketTimeoutException("Read timed out"), Network.TIMEOUT),
        Arguments.of(new SocketException("Connection reset"), Network.BROKEN),
        Arguments.of(new SSLException("closed"), Network.BROKEN),
        Arguments.of(new EOFException(), Network.OTHER));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failure_isToldFromTheOthersHoweverDeepItLies(IOException failure, Network kind) {
    assertThat(Network.of(failure)).isEqualTo(kind);
    assertThat(Network.of(new IOException("wrapped", failure))).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyKind_hasAMessageForSheetAndToken(IOException failure, Network kind) {
    assertThat(Words.operator(kind.key(), "", "", "", "why")).contains("why");
    assertThat(Words.operator("token." + kind.key(), "", "", "why")).contains("why");
  }
}
