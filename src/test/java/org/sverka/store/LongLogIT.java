package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.ROADMAP;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.sync.Store;
import org.sverka.verify.DirectorySource;

/** What a long log costs, counted and not timed; {@code scripts/bench log} times a million. */
final class LongLogIT {
  private static final long SHORT = 1_000;
  private static final long LONG = 8_000;

  @TempDir Path temp;

  /** Counts, in tens, the instructions that SQLite carries out. */
  private static final class Counting implements Database {
    private static final int TEN = 10;

    private final Database database;
    private final AtomicLong tens = new AtomicLong();

    Counting(Database database) {
      this.database = database;
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> work) {
      return database.read(
          handle -> {
            SQLiteConnection connection = connection(handle);
            count(connection);
            try {
              return work.withHandle(handle);
            } finally {
              stop(connection);
            }
          });
    }

    @Override
    public void write(HandleConsumer<RuntimeException> work) {
      throw new AssertionError("A start writes nothing");
    }

    @Override
    public void compact() {
      throw new AssertionError("A start rewrites nothing");
    }

    @Override
    public void close() {}

    private static SQLiteConnection connection(Handle handle) {
      try {
        return handle.getConnection().unwrap(SQLiteConnection.class);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    private void count(SQLiteConnection connection) {
      try {
        ProgressHandler.setHandler(
            connection,
            TEN,
            new ProgressHandler() {
              @Override
              protected int progress() {
                tens.incrementAndGet();
                return 0;
              }
            });
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }

    private static void stop(SQLiteConnection connection) {
      try {
        ProgressHandler.clearHandler(connection);
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void f70_longLog_costsAStartNoMoreThanAShortOne() {
    assertLengthCostsLittle(LongLogIT::start);
  }

  @Test
  void longLog_costsThePageOfItsNewestEntriesNoMoreThanAShortOne() {
    assertLengthCostsLittle(LongLogIT::newestPage);
  }

  /** A little more is for the tree, whose tiles grow in number with the logarithm. */
  private void assertLengthCostsLittle(ToLongFunction<DataDirectory> instructions) {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      fill(directory, 1, SHORT);
      long cheap = instructions.applyAsLong(directory);
      fill(directory, SHORT + 1, LONG);
      long dear = instructions.applyAsLong(directory);

      assertThat(cheap).isPositive();
      assertThat(dear).isLessThan(cheap * 5 / 4);
    }
  }

  /** The instructions that the newest hundred entries with their reviews take, in tens. */
  private static long newestPage(DataDirectory directory) {
    try (SqliteDatabase database = SqliteDatabase.open(directory.file(Stores.FILE))) {
      Counting counting = new Counting(database);
      LogReader log = new SqlLogReader(counting, ROADMAP);
      List<SealedEntry> page = log.before(Long.MAX_VALUE, 100, LogFilter.ALL);
      assertThat(page).hasSize(100);
      List<Long> seqs = page.stream().map(line -> line.entry().seq()).toList();
      assertThat(log.reviews(seqs)).isEmpty();
      return counting.tens.get();
    }
  }

  @Test
  void f70_longLog_isVerifiedByPagesOfTheSameSize() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      fill(directory, 1, SHORT);
    }
    try (DirectorySource.Logs logs = DirectorySource.open(temp)) {
      DirectorySource source = logs.all().get(0).source();
      assertThat(source.entries(0)).hasSize(500);
      assertThat(source.entries(500)).hasSize(500);
      assertThat(source.entries(SHORT)).isEmpty();
    }
  }

  private static void fill(DataDirectory directory, long from, long to) {
    try (Store store = Stores.open("", directory)) {
      LongLog.commit(store, from, to);
    }
  }

  /** The instructions that it takes, in tens. */
  private static long start(DataDirectory directory) {
    try (SqliteDatabase database = SqliteDatabase.open(directory.file(Stores.FILE))) {
      Counting counting = new Counting(database);
      Facets.mend(counting);
      TreeCatchUp.run(counting);
      Store store = new SqlStore(counting, new Notary(directory, Stores.NO_HOST));
      assertThat(store.load(ROADMAP)).isPresent();
      return counting.tens.get();
    }
  }
}
