package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.ROADMAP;
import static org.sverka.store.Samples.entry;
import static org.sverka.store.Samples.measures;
import static org.sverka.store.Samples.seal;
import static org.sverka.store.Samples.state;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.LogFilter;
import org.sverka.sync.State;
import org.sverka.sync.Store;

final class ReadersIT {
  private static final int COMMITS = 100;

  @TempDir Path temp;
  private final AtomicLong committed = new AtomicLong();

  @Test
  void twoReadersWhileWriting_seeOnlyWholeCommits() throws Exception {
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try (DataDirectory directory = DataDirectory.open(temp);
        Store store = Stores.open("", directory)) {
      commit(store, 1);
      List<Future<Long>> reads =
          List.of(readers.submit(() -> read(store)), readers.submit(() -> read(store)));
      for (int i = 1; i < COMMITS; i++) {
        commit(store, 2L * i + 1);
      }
      for (Future<Long> read : reads) {
        assertThat(read.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private void commit(Store store, long seq) {
    State next = state(seq + 1, measures("Статус " + (seq + 1)));
    store.commit(ROADMAP, next, next.measures(), seal(store, entry(seq), entry(seq + 1)));
    committed.set(seq + 1);
  }

  /** Reads until the last commit, and counts. */
  private long read(Store store) {
    long reads = 0;
    long revision = 0;
    while (revision < 2L * COMMITS) {
      long before = committed.get();
      State seen = store.load(ROADMAP).orElseThrow();
      assertThat(seen.revision()).isGreaterThanOrEqualTo(Math.max(before, revision)).isEven();
      assertThat(seen.measures()).isEqualTo(measures("Статус " + seen.revision()));
      assertThat(store.log(ROADMAP).after(seen.revision() - 2, 2, LogFilter.ALL)).hasSize(2);
      revision = seen.revision();
      reads++;
    }
    return reads;
  }
}
