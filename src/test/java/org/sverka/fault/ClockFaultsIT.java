package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.TOKEN;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody sets people's clock. */
class ClockFaultsIT {
  private static final Duration A_WHILE = Duration.ofMinutes(2);

  @RegisterExtension static final Bench bench = Bench.shared();

  private final Instant right = bench.time().instant();

  @AfterEach
  void setRight() {
    bench.time().setClock(right.plusSeconds(3600));
  }

  static Stream<Named<UnaryOperator<Instant>>> jumps() {
    return Stream.of(
        Named.of("an hour on", now -> now.plus(Duration.ofHours(1))),
        Named.of("an hour back", now -> now.minus(Duration.ofHours(1))),
        Named.of("a day on", now -> now.plus(Duration.ofDays(1))),
        Named.of("a day back", now -> now.minus(Duration.ofDays(1))),
        Named.of("to 1970", now -> Instant.EPOCH),
        Named.of("a leap second, told twice", now -> now.minusSeconds(1)),
        Named.of("to the leap second of 2016", now -> Instant.parse("2016-12-31T23:59:59.999Z")),
        Named.of("to the end of summer time", now -> Instant.parse("2026-04-04T15:59:59Z")),
        Named.of("to its beginning", now -> Instant.parse("2026-10-03T15:59:59Z")));
  }

  @ParameterizedTest
  @MethodSource("jumps")
  void f27_clockThatIsSet_missesAndDoublesNoTurn(UnaryOperator<Instant> jump) {
    bench.scratch();
    long usual = turnsInAWhile();
    Probe probe = bench.probe();
    bench.sheet().revokeTokens();
    Instant now = jump.apply(bench.time().instant());
    bench.time().setClock(now);

    long after = turnsInAWhile();

    assertThat(after).isBetween(usual - 1, usual + 1);
    probe.hasLanded();
    assertThat(bench.count(TOKEN)).isEqualTo(1);
    assertThat(bench.journal()).anyMatch(Exchange::struck);
    Instant checkedAt = Instant.parse(bench.management().roadmap().path("checkedAt").asText());
    assertThat(checkedAt).isBetween(now, now.plus(A_WHILE));
    assertThat(bench.management().roadmap().path("lagSeconds").asLong()).isBetween(0L, 30L);
    assertThat(bench.webmaster().feed().path("staleSince").isNull()).isTrue();
    bench.feedStands();
  }

  private static long turnsInAWhile() {
    long before = bench.management().turns();
    bench.pass(A_WHILE);
    return bench.management().turns() - before;
  }
}
