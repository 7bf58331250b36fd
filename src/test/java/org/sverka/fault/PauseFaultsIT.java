package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.READ;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.Watch.SPB;
import static org.sverka.fault.Watch.TEXT;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process is stopped for minutes between a read and the write that follows from it. */
class PauseFaultsIT {
  private static final Duration STOPPED = Duration.ofMinutes(5);

  @RegisterExtension static final Bench bench = Bench.shared();

  private static void stoppedAfterTheRead(Runnable meanwhile) {
    bench
        .wire()
        .reword(
            READ,
            1,
            Damage.meanwhile(
                () -> {
                  bench.time().goTo(bench.time().nanos() + STOPPED.toNanos());
                  meanwhile.run();
                }));
  }

  @Test
  void f64_processStoppedAfterARead_readsAgainBeforeItWrites() {
    Probe probe = bench.probe();
    stoppedAfterTheRead(() -> {});
    bench.cycle();
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.count(WRITE)).isZero();
    probe.isLogged();
    probe.isNotWritten();
    assertThat(bench.ears().all()).contains("read too long ago to be written to");

    bench.cycle();
    assertThat(bench.count(READ)).isGreaterThan(1);
    probe.hasLanded();
  }

  @Test
  void f64_whatPeopleDidMeanwhile_isNotOverwritten() {
    String signed = bench.editor().cell("8.1", TEXT);
    Watch watch = bench.watch();
    bench.editor().type("8.1", TEXT, "Правка по ошибке");
    stoppedAfterTheRead(
        () -> {
          bench.editor().type("8.1", TEXT, signed);
          bench.editor().type("8.1", SPB, "Проведён круглый стол");
        });
    bench.cycles(2);
    assertThat(bench.struck(READ)).isEqualTo(1);
    assertThat(bench.editor().cell("8.1", TEXT)).isEqualTo(signed);
    assertThat(bench.editor().cell("8.1", SPB)).isEqualTo("Проведён круглый стол");
    assertThat(watch.log()).contains("8.1 edit progress.spb accepted");
  }
}
