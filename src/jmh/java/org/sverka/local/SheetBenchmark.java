package org.sverka.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The embedded sheet under load: reads and writes per second, and how long an edit takes from one
 * browser to another. Prints rows of Markdown tables, for {@code scripts/bench}.
 *
 * <p>Arguments: seconds of each run, rounds (the median is printed), edits in the browser.
 */
public final class SheetBenchmark {
  private static final int[] ROWS = {41, 10_000};
  private static final int MANY = 8;

  private final int seconds;
  private final int rounds;
  private final int edits;

  private SheetBenchmark(int seconds, int rounds, int edits) {
    this.seconds = seconds;
    this.rounds = rounds;
    this.edits = edits;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    new SheetBenchmark(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]))
        .run();
  }

  private void run() throws Exception {
    List<String> load = new ArrayList<>();
    List<String> browsers = new ArrayList<>();
    for (int rows : ROWS) {
      Path directory = Files.createTempDirectory("sheet-benchmark");
      try (BenchmarkSheet sheet = BenchmarkSheet.start(directory, rows)) {
        load.add(load(sheet, rows));
        browsers.add(browsers(sheet, rows));
      }
    }
    table(
        "| rows | bytes of values.get | reads/s, 1 connection | reads/s, 8 | writes/s, 1 connection | writes/s, 8 |",
        load);
    table(
        "| rows | page open, ms | arrow key, ms | a frame while scrolling, ms | key to answer, ms: median (95 %) | key to the other screen, ms: median (95 %) |",
        browsers);
  }

  private String load(BenchmarkSheet sheet, int rows) throws Exception {
    SheetLoad run = new SheetLoad(sheet, seconds);
    run.reads(1);
    run.writes(1);
    double[][] rates = new double[4][rounds];
    for (int round = 0; round < rounds; round++) {
      rates[0][round] = run.reads(1);
      rates[1][round] = run.reads(MANY);
      rates[2][round] = run.writes(1);
      rates[3][round] = run.writes(MANY);
    }
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.0f | %.0f | %.0f | %.0f |",
        rows,
        run.bytesOfARead(),
        median(rates[0]),
        median(rates[1]),
        median(rates[2]),
        median(rates[3]));
  }

  private String browsers(BenchmarkSheet sheet, int rows) {
    try (TwoBrowsers browsers = TwoBrowsers.open(sheet)) {
      TwoBrowsers.Delays delays = browsers.edit(edits);
      return String.format(
          Locale.ROOT,
          "| %d | %.0f | %.1f | %.1f | %.0f (%.0f) | %.0f (%.0f) |",
          rows,
          browsers.openedAfter(),
          browsers.arrowKey(),
          browsers.frame(),
          percentile(delays.toAnswer(), 50),
          percentile(delays.toAnswer(), 95),
          percentile(delays.toScreen(), 50),
          percentile(delays.toScreen(), 95));
    }
  }

  private static double median(double[] figures) {
    return percentile(Arrays.stream(figures).boxed().toList(), 50);
  }

  private static double percentile(List<Double> figures, int percent) {
    List<Double> sorted = figures.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  private static void table(String head, List<String> rows) {
    System.out.println();
    System.out.println(head);
    System.out.println(head.replaceAll("[^|]+", "---"));
    rows.forEach(System.out::println);
  }
}
