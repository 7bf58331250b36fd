package org.sverka.sync;

import java.time.Duration;
import java.util.Locale;
import org.sverka.google.Quota.Kind;
import org.sverka.sync.QuotaSimulation.Figures;

/** Prints what many sheets on one credential ask of Google, and how soon edits are published. */
public final class QuotaFigures {
  private QuotaFigures() {}

  public static void main(String[] arguments) {
    System.out.println(
        "| sheets on one credential | reads a minute | in the busiest minute | writes a minute |"
            + " Drive a minute | longest between two looks, s | edit to feed, median, s | worst, s"
            + " |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int sheets : new int[] {1, 10, 100}) {
      print(sheets + ", idle", QuotaSimulation.run(sheets, 0, Duration.ZERO));
    }
    for (int sheets : new int[] {1, 10, 100}) {
      print(
          sheets + ", each edited every minute",
          QuotaSimulation.run(sheets, sheets, Duration.ofMinutes(1)));
    }
    print(
        "100, ten of them edited every minute",
        QuotaSimulation.run(100, 10, Duration.ofMinutes(1)));
    for (int sheets : new int[] {1, 10, 100}) {
      print(
          sheets + ", each edited every 15 minutes",
          QuotaSimulation.run(sheets, sheets, Duration.ofMinutes(15)));
    }
  }

  private static void print(String name, Figures figures) {
    boolean edited = !figures.delays().isEmpty();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %d | %.1f | %.1f | %.0f | %s | %s |%n",
        name,
        figures.perMinute().get(Kind.READ),
        figures.busiest().get(Kind.READ),
        figures.perMinute().get(Kind.WRITE),
        figures.perMinute().get(Kind.DRIVE),
        figures.longestUnseen(),
        edited ? String.format(Locale.ROOT, "%.1f", figures.median()) : "",
        edited ? String.format(Locale.ROOT, "%.1f", figures.worst()) : "");
  }
}
