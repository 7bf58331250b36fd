package org.sverka.rule;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.sverka.sheet.Cell;

/**
 * What the dearest rules cost on a text as long as a cell can hold, and all of them together on a
 * row with it. Prints the rows of a Markdown table. Measured is the processor's time, the least of
 * several, so that other work on the machine disturbs it little.
 */
public final class RulesBenchmark {
  private static final int TRIES = 6;
  private static final int SHOWN = 8;
  private static final List<String> COLUMNS = List.of("text", "status", "progress.spb", "evidence");

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final RuleSet rules = RuleSet.standard(List.of("gov.spb.ru", "gov39.ru"));

  private record Figure(String rule, String column, String text, double millis) {}

  private RulesBenchmark() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    RulesBenchmark benchmark = new RulesBenchmark();
    benchmark.measure();
    List<Figure> figures = benchmark.measure();
    print(figures.stream().filter(figure -> !figure.rule.isEmpty()).limit(SHOWN).toList());
    print(figures.stream().filter(figure -> figure.rule.isEmpty()).limit(1).toList());
  }

  /** The dearest first; without a rule what all of them took, as a turn asks them. */
  private List<Figure> measure() {
    List<Figure> figures = new ArrayList<>();
    HostileTexts.pieces()
        .forEach(
            (text, piece) -> {
              Cell cell = Cell.text(HostileTexts.filled(piece));
              for (String column : COLUMNS) {
                RowView row = Rows.of(Map.of(column, cell));
                for (RowRule rule : rules.rowRules()) {
                  figures.add(
                      new Figure(rule.id(), column, text, millis(() -> rule.check(row).size())));
                }
                figures.add(
                    new Figure("", column, text, millis(() -> rules.judge(row).findings().size())));
              }
            });
    figures.sort(Comparator.comparingDouble(Figure::millis).reversed());
    return figures;
  }

  private double millis(IntSupplier work) {
    long best = Long.MAX_VALUE;
    long found = 0;
    for (int i = 0; i < TRIES; i++) {
      long start = clock.getCurrentThreadCpuTime();
      found += work.getAsInt();
      best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
    }
    return found < 0 ? 0 : best / 1e6;
  }

  private static void print(List<Figure> figures) {
    for (Figure figure : figures) {
      String rule = figure.rule.isEmpty() ? "all, cut as a turn cuts it" : figure.rule;
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %.1f |%n",
          rule,
          figure.column,
          figure.text,
          figure.millis);
    }
  }
}
