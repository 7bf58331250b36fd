package org.sverka.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Bench.ALWAYS;
import static org.sverka.fault.Exchange.Kind.READ;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good statuses with bodies that are not what was asked for. */
class BrokenBodiesIT {
  private static final String JSON = "application/json; charset=UTF-8";

  @RegisterExtension static final Bench bench = new Bench();

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
}
