package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.TABS;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.StandIn.ALWAYS;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers with a good status and a body that is not what was asked for. */
class BrokenBodiesIT {
  private static final String JSON = "application/json; charset=UTF-8";
  private static final int MIB = 1024 * 1024;

  @RegisterExtension static final Bench bench = Bench.shared();

  @ParameterizedTest
  @CsvSource({
    "text/html; charset=UTF-8, <html><body>Error 502</body></html>",
    "text/html, <html><form action='/signin'>Sign in</form></html>",
    "application/json, <html><form action='/signin'>Sign in</form></html>",
  })
  void f04_pageInsteadOfJson_isAFailureAndNoEmptySheet(String type, String body) {
    bench.answer(READ, ALWAYS, aResponse().withHeader("Content-Type", type).withBody(body));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "[]", "null", "", "{\"sheets\":[]}", "{\"sheets\":[{\"data\":[{}]}]}"})
  void f05_answerWithNothingInIt_isAFailureAndNoDeletion(String body) {
    bench.answer(READ, ALWAYS, aResponse().withHeader("Content-Type", JSON).withBody(body));
    bench.answer(TABS, ALWAYS, aResponse().withHeader("Content-Type", JSON).withBody(body));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f05_noContent_isAFailureAndNoDeletion() {
    bench.answer(READ, ALWAYS, aResponse().withStatus(204));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f05_emptyTabThatIsListedAllTheSame_isAFailureAndNoDeletion() {
    bench.answer(READ, ALWAYS, aResponse().withHeader("Content-Type", JSON).withBody("{}"));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
    assertThat(bench.count(TABS)).isPositive();
  }

  static Stream<Named<IntFunction<Damage>>> cuts() {
    return Stream.of(
        Named.of("short of its length", Damage::cut),
        Named.of("in a chunk", Damage::unfinishedChunk),
        Named.of("packed", Damage::cutPacked));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void f06_bodyCutAtEachSixteenth_appliesNoPartOfIt(IntFunction<Damage> cut) {
    Probe probe = bench.probe();
    for (int sixteenth = 0; sixteenth < 16; sixteenth++) {
      bench.wire().mend();
      bench.wire().damage(READ, ALWAYS, cut.apply(sixteenth));
      bench.cycle();
      assertThat(bench.struck(READ)).isGreaterThan(sixteenth);
      probe.isUnseen();
    }
    bench.feedStands();
    bench.mend();
    bench.cycles(2);
    probe.hasLanded();
  }

  @Test
  void f06_lengthThatPromisesTooLittle_isAFailure() {
    bench.wire().damage(READ, ALWAYS, Damage.shortLength());
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  static Stream<Named<Damage.Bytes>> broken() {
    return Stream.of(
        Named.of("malformed", body -> utf8(body.substring(0, body.length() - 2) + "]")),
        Named.of("more behind its end", body -> utf8(body + "{}")),
        Named.of("duplicate keys", body -> utf8("{\"sheets\":[]," + body.substring(1))),
        Named.of("nesting of 10^6", body -> utf8("{\"deep\":" + deep() + "," + body.substring(1))),
        Named.of(
            "1e999",
            body -> utf8(body.replaceFirst("\"stringValue\":\"[^\"]*\"", "\"numberValue\":1e999"))),
        Named.of(
            "a grid of 1e999",
            body -> utf8(body.replaceFirst("rowCount\":\\d+", "rowCount\":1e999"))),
        Named.of("a mark of the byte order", body -> utf8("\uFEFF" + body)),
        Named.of("invalid UTF-8", BrokenBodiesIT::invalid));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void f10_brokenJsonOfTheTab_isAFailureAndKillsNoThread(Damage.Bytes broken) {
    bench.wire().damage(READ, ALWAYS, Damage.body(broken));
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void f10_brokenJsonAfterAWrite_hasItReadBackAndLoggedOnce(Damage.Bytes broken) {
    bench.wire().damage(WRITE, 1, Damage.body(broken));
    bench.scratch();
    assertThat(bench.struck(WRITE)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 500})
  void f10_deepErrorBody_isAFailureAndKillsNoThread(int status) {
    bench.answer(
        READ,
        3,
        aResponse()
            .withStatus(status)
            .withHeader("Content-Type", JSON)
            .withBody("{\"error\":" + deep() + "}"));
    Probe probe = bench.probe();
    bench.cycles(3);
    bench.mend();
    bench.pass(java.time.Duration.ofMinutes(6));
    probe.hasLanded();
    assertThat(bench.struck(READ)).isPositive();
  }

  @Test
  void f10_loneSurrogate_isShownAsAQuestionMark() {
    long before = bench.webmaster().revision();
    bench.editor().type("4.1", "Ход исполнения (Санкт-Петербург)", "Проведён форум XX");
    bench
        .wire()
        .reword(READ, 1, Damage.rewritten(body -> body.replace("форум XX", "форум \\ud83d")));
    bench.cycle();
    assertThat(bench.webmaster().entries(before)).hasSize(1);
    JsonNode entry = bench.webmaster().entries(before).get(0);
    assertThat(entry.path("after").asText()).isEqualTo("Проведён форум ?");
    assertThat(bench.struck(READ)).isEqualTo(1);
  }

  @Test
  void f11_answerOf200MiB_isNotReadToItsEnd() {
    AtomicLong sent = new AtomicLong();
    bench
        .wire()
        .damage(
            READ,
            ALWAYS,
            (answer, client) -> {
              byte[] spaces = new byte[MIB];
              Arrays.fill(spaces, (byte) ' ');
              client.getOutputStream().write(answer.head(200L * MIB));
              sent.set(0);
              for (int i = 0; i < 200; i++) {
                client.getOutputStream().write(spaces);
                sent.addAndGet(MIB);
              }
            });
    bench.outage(2);
    assertThat(bench.struck(READ)).isPositive();
    // The limit is 8 MiB here; the rest is what lies in the buffers between.
    assertThat(sent.get()).isBetween(4L * MIB, 64L * MIB);
  }

  @Test
  void f11_packedBomb_isNotUnpackedToItsEnd() {
    bench
        .wire()
        .damage(
            READ,
            ALWAYS,
            (answer, client) -> {
              byte[] endless = new byte[200 * MIB];
              Arrays.fill(endless, (byte) ' ');
              endless[0] = '{';
              byte[] bomb = Http.packed(endless);
              client
                  .getOutputStream()
                  .write(answer.with("Content-Encoding: gzip").head(bomb.length));
              client.getOutputStream().write(bomb);
            });
    bench.outage(1);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.ears().all()).contains("larger than " + 8 * MIB + " bytes");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String deep() {
    return "[".repeat(1_000_000) + "]".repeat(1_000_000);
  }

  private static byte[] invalid(String body) {
    byte[] bytes = utf8(body);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        bytes[i] = (byte) 0xff;
        return bytes;
      }
    }
    throw new AssertionError(List.of("nothing to spoil", body));
  }
}
