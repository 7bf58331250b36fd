package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The write-ahead log of a process that was killed, as SQLite itself has written it. */
final class WriteAheadLogIT {
  @TempDir Path temp;

  /** Of a process that was killed between two writes. */
  private byte[] whole = {};

  /** Of how many bytes the last write is. */
  private int last;

  private Path database;

  @BeforeEach
  void kill() throws IOException {
    Path used = temp.resolve("used.db");
    database = temp.resolve("sverka.db");
    try (SqliteDatabase open = SqliteDatabase.open(used)) {
      keep(open, "first");
      long before = Files.size(temp.resolve("used.db-wal"));
      keep(open, "second");
      Files.copy(used, database);
      whole = Files.readAllBytes(temp.resolve("used.db-wal"));
      last = whole.length - (int) before;
    }
  }

  private static void keep(Database database, String place) {
    database.write(
        handle -> handle.execute("INSERT INTO reading_place (name, place) VALUES (?, '')", place));
  }

  private Path log(byte[] bytes) throws IOException {
    return Files.write(temp.resolve("sverka.db-wal"), bytes);
  }

  private long unfinished(byte[] bytes) throws IOException {
    return WriteAheadLog.unfinished(log(bytes));
  }

  @Test
  void logThatIsNotThere_hasNothingUnfinished() throws IOException {
    assertThat(WriteAheadLog.unfinished(temp.resolve("none"))).isZero();
  }

  @Test
  void killedBetweenTwoWrites_nothingIsUnfinished() throws IOException {
    assertThat(unfinished(whole)).isZero();
  }

  @Test
  void emptyLog_hasNothingUnfinished() throws IOException {
    assertThat(unfinished(new byte[0])).isZero();
  }

  @Test
  void f60_lastRecordCutAtEachByte_whatIsLeftOfItIsCounted() throws IOException {
    for (int kept = 1; kept < last; kept++) {
      byte[] cut = Arrays.copyOf(whole, whole.length - last + kept);

      assertThat(unfinished(cut)).isEqualTo(kept);
    }
  }

  @Test
  void f60_lastRecordCutAtItsBeginning_nothingIsLeftOfIt() throws IOException {
    assertThat(unfinished(Arrays.copyOf(whole, whole.length - last))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_096, 4_097, 4_104})
  void f60_byteOfTheLastRecordChanged_allOfItIsCounted(int fromTheEnd) throws IOException {
    byte[] changed = whole.clone();
    changed[whole.length - fromTheEnd] ^= 1;

    assertThat(unfinished(changed)).isEqualTo(last);
  }

  @Test
  void damageBeforeTheEnd_allAfterItIsCounted() throws IOException {
    byte[] changed = whole.clone();
    changed[whole.length - last - 1] ^= 1;

    assertThat(unfinished(changed)).isGreaterThan(last);
  }

  @Test
  void headerCut_itIsCounted() throws IOException {
    assertThat(unfinished(Arrays.copyOf(whole, 31))).isEqualTo(31);
  }

  /** After a checkpoint SQLite begins at the front again and leaves the rest as it is. */
  @Test
  void framesOfAnEarlierRound_doNotCount() throws IOException {
    Path used = temp.resolve("rounds.db");
    try (SqliteDatabase open = SqliteDatabase.open(used)) {
      keep(open, "first");
      keep(open, "second");
      open.read(handle -> handle.createQuery("PRAGMA wal_checkpoint(RESTART)").mapToMap().list());
      keep(open, "third");

      assertThat(Files.size(temp.resolve("rounds.db-wal"))).isGreaterThan(last);
      assertThat(WriteAheadLog.unfinished(temp.resolve("rounds.db-wal"))).isZero();
    }
  }

  @Test
  void f60_tornEnd_isReportedAndLeftOut() throws IOException {
    Path log = log(Arrays.copyOf(whole, whole.length - 1));

    assertThat(reported())
        .containsExactly("WARN " + log + " ends with " + (last - 1) + " bytes of a write");
    assertThat(places()).containsExactly("first");
  }

  @Test
  void wholeLog_isNotReported() throws IOException {
    Path unused = log(whole);

    assertThat(reported()).isEmpty();
    assertThat(places()).containsExactly("first", "second");
  }

  private Iterable<String> reported() {
    Logger logger = (Logger) LoggerFactory.getLogger(SqliteDatabase.class);
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    try {
      SqliteDatabase.open(database).close();
    } finally {
      logger.detachAppender(logged);
    }
    return logged.list.stream()
        .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .map(event -> event.getLevel() + " " + event.getFormattedMessage().split(" that ", 2)[0])
        .toList();
  }

  private Iterable<String> places() {
    try (SqliteDatabase open = SqliteDatabase.open(database)) {
      return open.read(
          handle ->
              handle
                  .createQuery("SELECT name FROM reading_place ORDER BY rowid")
                  .mapTo(String.class)
                  .list());
    }
  }
}
