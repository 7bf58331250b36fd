package org.sverka.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of the table at the end: what was tried how often, and what was wrong. */
final class Case {
  private static final int SHOWN = 5;

  private final String name;
  private final boolean shown;
  private final long began = System.nanoTime();
  private final List<String> faults = new ArrayList<>();
  private int tried;
  private String note = "";
  private boolean skipped;
  private double seconds;

  Case(String name) {
    this(name, true);
  }

  private Case(String name, boolean shown) {
    this.name = name;
    this.shown = shown;
  }

  /** One whose violations are wanted: it looks for a defect that was put in. */
  static Case silent() {
    return new Case("", false);
  }

  synchronized int count() {
    return tried;
  }

  /** Counts one, and says what was wrong with it. */
  synchronized void tried(String what, Optional<String> fault) {
    tried++;
    fault.ifPresent(
        text -> {
          faults.add(what + ": " + text);
          if (shown && faults.size() <= SHOWN) {
            System.out.println("  VIOLATION " + name + ", " + what + ": " + text);
          }
        });
  }

  synchronized void require(boolean right, String what, String fault) {
    tried(what, right ? Optional.empty() : Optional.of(fault));
  }

  synchronized void note(String text) {
    note = text;
  }

  synchronized void skip(String why) {
    skipped = true;
    note = "skipped: " + why;
  }

  synchronized boolean isSkipped() {
    return skipped;
  }

  synchronized int violations() {
    return faults.size();
  }

  synchronized void end() {
    seconds = (System.nanoTime() - began) / 1e9;
  }

  synchronized String row() {
    return String.format(
        "| %-52s | %6d | %10d | %7.1f | %s |", name, tried, faults.size(), seconds, note);
  }
}
