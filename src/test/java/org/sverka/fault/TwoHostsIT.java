package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.Watch.CHECK;
import static org.sverka.fault.Watch.STATUS;
import static org.sverka.fault.Watch.TEXT;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The same sheet is given to a second Sverka, on another host with a directory of its own. */
class TwoHostsIT {
  private static final int QUIET = 4;
  private static final int LONGER = 12;

  @RegisterExtension static final Bench bench = Bench.own();

  @TempDir private Path elsewhere;

  @Test
  void f63_twoOnOneSheet_oneWritesAndTheOtherGoesOnReadingUntilItIsToldTo() {
    String signed = bench.editor().cell("4.1", TEXT);
    try (Second second = Second.on(bench, elsewhere)) {
      bench.editor().type("4.1", STATUS, "Готово 1");
      second.turns(QUIET);
      assertThat(bench.editor().cell("4.1", CHECK)).startsWith("Ошибка");

      // The first sees the other's mark with its next look.
      bench.cycles(2);
      long written = bench.count(WRITE);
      bench.editor().type("4.1", TEXT, "Правка подписанного");
      Watch watch = bench.watch();
      bench.cycles(QUIET);
      assertThat(bench.count(WRITE)).isEqualTo(written);
      assertThat(bench.management().lastError()).contains("Another Sverka has begun to write");
      assertThat(bench.ears().alarms("Another Sverka has begun to write")).isEqualTo(1);
      assertThat(watch.log()).containsExactly("4.1 edit text rejected", "4.1 repair text ");
      bench.feedStands();

      second.turns(QUIET);
      assertThat(bench.editor().cell("4.1", TEXT)).isEqualTo(signed);

      // There is nothing to fight about: nobody writes any more.
      written = bench.count(WRITE);
      for (int i = 0; i < QUIET; i++) {
        bench.cycle();
        second.turns(1);
      }
      assertThat(bench.count(WRITE)).isEqualTo(written);
    }
    bench.management().lookNow();
    bench.rest();
    bench.cycles(2);
    bench.scratch();
    assertThat(bench.management().lastError()).isEmpty();
  }

  @Test
  void f69_logShorterThanTheSheetShows_isReportedOnce() {
    bench.repeating("3.1", STATUS);
    for (int i = 0; i < LONGER; i++) {
      bench.editor().type("3.1", STATUS, "Готово " + i);
      bench.cycle();
    }
    assertThat(bench.management().lastError()).isEmpty();
    try (Second second = Second.on(bench, elsewhere)) {
      second.turns(2);

      assertThat(second.management().lastError()).contains("which this log does not have");
      assertThat(bench.ears().alarms("which this log does not have")).isEqualTo(1);
    }
    bench.cycles(2);
    bench.management().lookNow();
    bench.rest();
    bench.cycles(2);
    bench.scratch();
  }
}
