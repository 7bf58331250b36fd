package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.ROADMAP;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.sync.Store;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

/** Killed while it takes up what was left behind by another that was killed. */
final class RecoveryIT {
  private static final int KILLS = 10;
  private static final long SIZE = 6_000;
  private static final long MILLIS_LATER = 60;

  @TempDir Path temp;

  @Test
  void f67_killedTenTimesInARowWhileItRecovers_stillRecovers() throws Exception {
    String signed = olderVersion();
    int opened = 0;
    for (int i = 0; i < KILLS; i++) {
      opened += opensBeforeItIsKilled(i * MILLIS_LATER) ? 1 : 0;
    }
    assertThat(opened).isLessThan(KILLS);

    try (DataDirectory directory = DataDirectory.open(temp);
        Store store = Stores.open("", directory)) {
      assertThat(store.load(ROADMAP)).isPresent();
      assertThat(store.transparency(ROADMAP).checkpoint(SIZE)).isEqualTo(signed);
      LongLog.commit(store, SIZE + 1, SIZE + 1);
    }
    try (DirectorySource.Logs logs = DirectorySource.open(temp)) {
      assertThat(LogCheck.run(logs.all().get(0).source(), Optional.empty()))
          .isInstanceOfSatisfying(
              Outcome.Right.class, right -> assertThat(right.entries()).isEqualTo(SIZE + 1));
    }
  }

  /** Leaves much to do for who opens it: new tables, indexes, and the tree in several steps. */
  private String olderVersion() throws Exception {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      String signed;
      try (Store store = Stores.open("", directory)) {
        LongLog.commit(store, 1, SIZE);
        signed = store.transparency(ROADMAP).checkpoint(SIZE);
      }
      Older.make(directory.file(Stores.FILE), "6");
      return signed;
    }
  }

  private boolean opensBeforeItIsKilled(long afterMillis) throws Exception {
    Process process = KilledProcess.start(OpenOnce.class, temp);
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("opening");
      boolean ended = process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
      assertThat(ended).isFalse();
      var unused = process.toHandle().destroyForcibly();
      return "open".equals(out.readLine());
    } finally {
      int unused = process.destroyForcibly().waitFor();
    }
  }
}
