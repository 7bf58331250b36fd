package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.fault.Exchange.Kind.WRITE;
import static org.sverka.fault.Watch.CHECK;
import static org.sverka.fault.Watch.STATUS;
import static org.sverka.fault.Watch.TEXT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.sync.ForkedLogException;

/** The same sheet is given to a second Sverka, on another host with a directory of its own. */
class TwoHostsIT {
  private static final int QUIET = 4;

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
  void f69_wholeDirectoryPutBack_neitherEntersNorWritesAnything() throws IOException {
    bench.repeating("3.1", STATUS);
    bench.editor().type("3.1", STATUS, "Готово 1");
    bench.cycles(2);
    copyOfTheDirectory();
    bench.editor().type("3.1", STATUS, "Готово 2");
    bench.cycles(2);
    long written = bench.count(WRITE);
    try (Second second = Second.on(bench, elsewhere)) {
      long older = second.webmaster().revision();
      bench.editor().type("3.2", STATUS, "Готово 3");
      second.turns(QUIET);

      assertThat(second.management().lastError()).contains("were signed and shown to the world");
      assertThat(bench.ears().alarms("were signed and shown to the world")).isEqualTo(1);
      assertThat(second.management().get("/readyz")).contains("not ready");
      assertThat(second.webmaster().revision())
          .isEqualTo(older)
          .isLessThan(bench.webmaster().revision());
      assertThat(bench.count(WRITE)).isEqualTo(written);
    }
    assertThatThrownBy(() -> Second.on(bench, elsewhere)).isInstanceOf(ForkedLogException.class);

    bench.cycles(2);
    assertThat(bench.management().lastError()).isEmpty();
    assertThat(bench.editor().cell("3.2", CHECK)).startsWith("Ошибка");
    bench.scratch();
  }

  /** Nobody works: the files are of one moment. */
  private void copyOfTheDirectory() throws IOException {
    try (Stream<Path> files = Files.list(bench.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, elsewhere.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
