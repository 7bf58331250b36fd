package org.sverka.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.sverka.cli.InProcess;
import org.sverka.disk.OwnFile;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Cell;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

/**
 * Measures a long log: how fast it is committed, opened, given a tree, verified from outside next
 * to plain SHA-256 in the same run, and read as its readers do.
 */
public final class LogFigures {
  private static final String ROADMAP = "spb-kaliningrad-2023-2026";
  private static final String SALT = "00112233445566778899aabbccddeeff";
  private static final int TURN = 1_000;
  private static final int SINGLE_TURNS = 500;
  private static final int SYNCED_BYTES = 8 << 10;
  private static final int BLOCK = 1 << 26;
  private static final int PAGES = 40;
  private static final String RARE = "&rule=long-silence&verdict=accepted-with-warnings&party=spb";
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Path path;
  private final long count;
  private final Instant end = Instant.now();

  private LogFigures(Path path, long count) {
    this.path = path;
    this.count = count;
  }

  /** Something to measure. */
  private interface Work {
    void run() throws Exception;
  }

  /** Something to be asked of the site. */
  private interface Question {
    void ask(int number) throws Exception;
  }

  /**
   * @param arguments a directory that is not there yet, and how many entries, in thousands
   */
  public static void main(String[] arguments) throws Exception {
    Path work = Files.createDirectories(Path.of(arguments[0]));
    long count = Long.parseLong(arguments[1]) * TURN;
    LogFigures small = new LogFigures(work.resolve("small"), TURN);
    LogFigures large = new LogFigures(work.resolve("large"), count);
    small.begin();
    large.begin();
    double committed = large.commitAll();
    small.commitAll();
    large.printStore(committed);
    small.printTurns();
    System.out.println();
    System.out.println(
        "| entries | started, s | the sheet read, s | `changes`, 100 of them, ms | of one measure,"
            + " ms | of one rule, verdict and party, ms | the log's page, 100 of them, ms | of one"
            + " measure, ms | its kB | a statement of 30 days, ms |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    small.printReading();
    large.printReading();
  }

  /** Makes the directory as a first start does. */
  private void begin() throws IOException, InterruptedException {
    new InProcess(path).close();
  }

  private double commitAll() throws Exception {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      return seconds(
          () -> {
            State state = store.load(ROADMAP).orElseThrow();
            for (long done = 0; done < count; done += TURN) {
              state = commit(store, state, TURN);
            }
          });
    }
  }

  private State commit(Store store, State state, int entries) {
    long last = state.revision() + entries;
    Instant at =
        end.minus(BETWEEN.multipliedBy(Math.max(0, count - last))).truncatedTo(ChronoUnit.MILLIS);
    List<Entry> turn =
        LongStream.rangeClosed(state.revision() + 1, last).mapToObj(seq -> entry(seq, at)).toList();
    Map<MeasureNumber, MeasureState> changed = new HashMap<>();
    turn.forEach(
        entry -> {
          MeasureNumber number = new MeasureNumber(entry.measure());
          changed.put(number, reported(state.measures().get(number), entry));
        });
    Map<MeasureNumber, MeasureState> measures = new HashMap<>(state.measures());
    measures.putAll(changed);
    State next =
        new State(
            state.edition(), last, at, measures, state.sheet(), state.journal(), state.margins());
    store.commit(ROADMAP, next, changed, Chain.seal(store.head(ROADMAP), turn, () -> SALT));
    return next;
  }

  private static MeasureState reported(MeasureState old, Entry entry) {
    return new MeasureState(
        old.present(),
        Map.of(entry.column(), Cell.text(entry.after())),
        Map.of(entry.column(), entry.after()),
        old.held(),
        old.rebuffs(),
        entry.at(),
        old.check(),
        old.site());
  }

  private void printStore(double committed) throws Exception {
    double loaded;
    double grown;
    try (DataDirectory directory = DataDirectory.open(path)) {
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
    print(
        "| %d | %.0f | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f |",
        right[0].entries(),
        count / committed,
        loaded,
        grown,
        verified,
        right[0].entries() / verified,
        right[0].bytes() / verified / 1e6,
        BLOCK / hashed / 1e6);
  }

  /** Turns of one entry, as most are, beside the syncs that each of them waits for. */
  private void printTurns() throws Exception {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory);
        FileChannel file =
            FileChannel.open(
                path.resolve("synced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      double committed =
          seconds(
              () -> {
                State state = store.load(ROADMAP).orElseThrow();
                for (int i = 0; i < SINGLE_TURNS; i++) {
                  state = commit(store, state, 1);
                }
              });
      double synced =
          seconds(
              () -> {
                for (int i = 0; i < SINGLE_TURNS; i++) {
                  file.write(ByteBuffer.allocate(SYNCED_BYTES));
                  file.force(false);
                  OwnFile.replace(path.resolve("replaced"), "a checkpoint".repeat(20));
                }
              });
      System.out.println(
          "\n| turns of one entry | committed, /s | a turn, ms | the disk's part of it, ms | share |");
      System.out.println("|---|---|---|---|---|");
      print(
          "| %d | %.0f | %.2f | %.2f | %.0f %% |",
          SINGLE_TURNS,
          SINGLE_TURNS / committed,
          1_000 * committed / SINGLE_TURNS,
          1_000 * synced / SINGLE_TURNS,
          100 * synced / committed);
    }
    Files.delete(path.resolve("synced"));
    Files.delete(path.resolve("replaced"));
  }

  private void printReading() throws Exception {
    try (InProcess sverka = new InProcess(path)) {
      String changes = InProcess.API + "/changes?limit=100";
      String page = "/" + ROADMAP + "/log";
      print(
          "| %d | %.2f | %.2f | %.1f | %.1f | %.1f | %.1f | %.1f | %.0f | %.1f |",
          count,
          sverka.ready(),
          sverka.looked(),
          milliseconds(i -> sverka.get(changes + "&after=" + place(i))),
          milliseconds(i -> sverka.get(changes + "&measure=7.6&after=" + place(i))),
          milliseconds(i -> sverka.get(changes + RARE + "&after=" + place(i))),
          milliseconds(i -> sverka.get(page + "?before=" + (count - place(i)))),
          milliseconds(i -> sverka.get(page + "?measure=7.6&before=" + (count - place(i)))),
          sverka.get(page).body().length / 1e3,
          milliseconds(
              i -> sverka.get(page + "/compare?from=" + day(40 + i) + "&to=" + day(10 + i))));
    }
  }

  /** Another place in the log each time, from its beginning on. */
  private long place(int number) {
    return number * (count - TURN / 2) / PAGES;
  }

  private String day(int before) {
    return LocalDate.ofInstant(end, ZoneOffset.UTC).minusDays(before).toString();
  }

  /** The median time of something that is asked another way each time. */
  private static double milliseconds(Question question) throws Exception {
    double[] times = new double[PAGES];
    for (int i = 0; i < PAGES; i++) {
      int number = i;
      times[i] = 1_000 * seconds(() -> question.ask(number));
    }
    Arrays.sort(times);
    return times[PAGES / 2];
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  private static double seconds(Work work) throws Exception {
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
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
  private static Entry entry(long seq, Instant at) {
    String report = "Проведено заседание рабочей группы № " + seq + "; подписан протокол. ";
    return new Entry(
        seq,
        at,
        EntryType.EDIT,
        "7." + (1 + seq % 6),
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
