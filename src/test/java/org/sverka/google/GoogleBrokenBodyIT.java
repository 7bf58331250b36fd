package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;

/** Faults below HTTP, which a well-behaved server can't play. */
class GoogleBrokenBodyIT {
  private static final byte[] BODY = Bodies.TAB.getBytes(StandardCharsets.UTF_8);
  private static final int PARTS = 16;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void bodyCutShortOfItsLength_isAFailure(int part) throws IOException {
    try (RawServer server = new RawServer(out -> send(out, "", BODY, BODY.length * part / PARTS))) {
      assertBreaksOff(server);
    }
  }

  @Test
  void bodyAnnouncedButNotSent_isAFailure() throws IOException {
    try (RawServer server = new RawServer(out -> send(out, "", BODY, 0))) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway(server, Fixture.QUICK).read(7));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 11, 15})
  void packedBodyCut_isAFailureEvenIfTheLengthIsRight(int part) throws IOException {
    byte[] packed = gzip(BODY);
    byte[] cut = Arrays.copyOf(packed, packed.length * part / PARTS);
    try (RawServer server = new RawServer(out -> send(out, gzipHeader(), cut, cut.length))) {
      assertBreaksOff(server);
    }
  }

  @Test
  void packedBody_isUnpacked() throws IOException {
    byte[] packed = gzip(BODY);
    try (RawServer server = new RawServer(out -> send(out, gzipHeader(), packed, packed.length))) {
      assertThat(gateway(server, Fixture.QUICK).read(7)).isPresent();
    }
  }

  @Test
  void packedBodyThatGrowsWithoutEnd_isAFailure() throws IOException {
    byte[] endless = new byte[50 * 1024 * 1024];
    Arrays.fill(endless, (byte) ' ');
    endless[0] = '{';
    byte[] packed = gzip(endless);
    try (RawServer server = new RawServer(out -> send(out, gzipHeader(), packed, packed.length))) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway(server, Fixture.QUICK).read(7))
          .withMessageContaining("larger than");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void trickle_endsWithTheTotalLimit() throws IOException {
    try (RawServer server = new RawServer(GoogleBrokenBodyIT::trickle)) {
      assertThatExceptionOfType(SheetException.class)
          .isThrownBy(() -> gateway(server, hasty()).read(7))
          .withMessageContaining("longer than 1 s");
    }
  }

  private static void assertBreaksOff(RawServer server) {
    assertThatExceptionOfType(SheetException.class)
        .isThrownBy(() -> gateway(server, Fixture.QUICK).read(7))
        .satisfies(e -> assertThat(e.retryable()).isTrue());
    assertThat(server.connections()).isEqualTo(Fixture.QUICK.attempts());
  }

  private static SheetGateway gateway(RawServer server, HttpLimits limits) {
    GoogleSettings settings =
        new GoogleSettings(server.url(), server.url(), Fixture.SPREADSHEET, "", "t", limits);
    return Fixture.connect(settings);
  }

  private static HttpLimits hasty() {
    HttpLimits quick = Fixture.QUICK;
    return new HttpLimits(
        quick.connect(),
        quick.read(),
        Duration.ofSeconds(1),
        1,
        quick.firstPause(),
        quick.longestPause(),
        quick.answerBytes());
  }

  private static void trickle(OutputStream out) throws IOException, InterruptedException {
    out.write(head(gzipHeader(), 1_000_000));
    for (int i = 0; i < 1_000; i++) {
      out.write(0);
      out.flush();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private static void send(OutputStream out, String header, byte[] body, int sent)
      throws IOException {
    out.write(head(header, body.length));
    out.write(body, 0, sent);
  }

  private static byte[] head(String header, int length) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: "
            + length
            + "\r\n"
            + header
            + "\r\n";
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  private static String gzipHeader() {
    return "Content-Encoding: gzip\r\n";
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }
}
