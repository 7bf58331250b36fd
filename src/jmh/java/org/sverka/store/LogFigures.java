package org.sverka.store;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

/**
 * Measures a long log: how fast it is committed, opened, given a tree, and verified from outside,
 * next to plain SHA-256 in the same run.
 */
public final class LogFigures {
  private static final String ROADMAP = "spb-kaliningrad-2023-2026";
  private static final int TURN = 1_000;
  private static final int BLOCK = 1 << 26;
  private static final SheetState NO_SHEET =
      new SheetState(
          SheetState.NO_TAB,
          Map.of(),
          List.of(),
          Map.of(),
          true,
          SheetState.PendingChange.NONE,
          "");

  private final Path path;
  private final long count;

  private LogFigures(Path path, long count) {
    this.path = path;
    this.count = count;
  }

  /** Something to measure. */
  private interface Work {
    void run() throws GeneralSecurityException;
  }

  /**
   * @param arguments a directory that is not there yet, and how many entries, in thousands
   */
  public static void main(String[] arguments) throws GeneralSecurityException {
    new LogFigures(Path.of(arguments[0]), Long.parseLong(arguments[1]) * TURN).measure();
  }

  private void measure() throws GeneralSecurityException {
    double committed;
    double loaded;
    double grown;
    try (DataDirectory directory = DataDirectory.open(path)) {
      committed = seconds(() -> commit(directory));
      loaded = seconds(() -> load(directory));
      cutTree(directory);
      grown = seconds(() -> Stores.open("", directory).close());
    }
    Outcome.Right[] right = new Outcome.Right[1];
    double verified = seconds(() -> right[0] = verify());
    byte[] block = new byte[BLOCK];
    double hashed = seconds(() -> MessageDigest.getInstance("SHA-256").digest(block));
    System.out.println(
        "| entries | committed, 1,000 a turn, /s | opened, s | tree made anew, s | verified, s | /s"
            + " | MB/s | plain SHA-256, MB/s |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %d | %.0f | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f |%n",
        right[0].entries(),
        count / committed,
        loaded,
        grown,
        verified,
        count / verified,
        right[0].bytes() / verified / 1e6,
        BLOCK / hashed / 1e6);
  }

  private static double seconds(Work work) throws GeneralSecurityException {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private void commit(DataDirectory directory) {
    try (Store store = Stores.open("", directory)) {
      for (long first = 1; first <= count; first += TURN) {
        List<Entry> turn =
            LongStream.range(first, first + TURN).mapToObj(LogFigures::entry).toList();
        long last = first + TURN - 1;
        State next = new State("sha256:e", last, entry(last).at(), Map.of(), NO_SHEET);
        store.commit(
            ROADMAP,
            next,
            Map.of(),
            Chain.seal(store.head(ROADMAP), turn, () -> "00112233445566778899aabbccddeeff"));
      }
    }
  }

  private static void load(DataDirectory directory) {
    try (Store store = Stores.open("", directory)) {
      if (store.load(ROADMAP).isEmpty()) {
        throw new IllegalStateException("Nothing was committed");
      }
    }
  }

  private static void cutTree(DataDirectory directory) {
    try (SqliteDatabase database = SqliteDatabase.open(directory.file(Stores.FILE))) {
      database.write(handle -> handle.execute("DELETE FROM tree_tile"));
    }
  }

  private Outcome.Right verify() {
    try (DirectorySource.Logs logs = DirectorySource.open(path)) {
      Outcome outcome = LogCheck.run(logs.all().get(0).source(), Optional.empty());
      return outcome.match(
          right -> right,
          wrong -> {
            throw new IllegalStateException(wrong.toString());
          });
    }
  }

  /** As long as people's reports are. */
  private static Entry entry(long seq) {
    String report = "Проведено заседание рабочей группы № " + seq + "; подписан протокол. ";
    return new Entry(
        seq,
        Instant.ofEpochSecond(1_800_000_000L + seq),
        EntryType.EDIT,
        "7." + (1 + seq % 7),
        "progress.spb",
        report.repeat(2),
        report.repeat(3),
        Verdict.ACCEPTED_WITH_WARNINGS,
        List.of(new LoggedFinding("long-silence", Severity.NOTE, "Давно не было вестей.")),
        "spb",
        PartyBasis.COLUMN,
        true);
  }
}
