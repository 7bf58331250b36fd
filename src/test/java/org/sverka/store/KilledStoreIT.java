package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.ROADMAP;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.LogFilter;
import org.sverka.log.LogVerifier;
import org.sverka.log.SealedEntry;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

final class KilledStoreIT {
  private static final int KILLS = 3;

  @TempDir Path temp;

  @Test
  void killedInMidCommit_hasAllThatWasAcknowledged() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < KILLS; i++) {
      long acknowledged =
          KilledProcess.lastReported(temp, 5 + random.nextInt(30), random.nextInt(3_000_000));

      try (DataDirectory directory = DataDirectory.open(temp);
          Store store = Stores.open("", directory)) {
        State state = store.load(ROADMAP).orElseThrow();
        assertThat(state.revision()).isGreaterThanOrEqualTo(acknowledged).isEven();
        assertThat(state.measures()).isEqualTo(Samples.logged("Статус " + (state.revision() - 2)));
        assertChainIsWhole(store, state.revision());
        assertRightFromOutside(temp, state.revision());
      }
    }
  }

  private static void assertRightFromOutside(Path path, long revision) {
    try (DirectorySource.Logs logs = DirectorySource.open(path)) {
      assertThat(LogCheck.run(logs.all().get(0).source(), Optional.empty()))
          .isInstanceOfSatisfying(
              Outcome.Right.class, right -> assertThat(right.entries()).isEqualTo(revision));
    }
  }

  private static void assertChainIsWhole(Store store, long revision) {
    List<SealedEntry> log = store.log(ROADMAP).after(0, Integer.MAX_VALUE, LogFilter.ALL);

    assertThat(LogVerifier.verify(log.iterator()))
        .isEqualTo(new LogVerifier.Intact(revision, store.head(ROADMAP)));
  }
}
