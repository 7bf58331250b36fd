package org.sverka.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.sverka.rule.RuleSet.Judgement;
import org.sverka.sheet.Cell;

/** How long all rules take for one row with a text as long as a cell can hold. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class RulesBenchmark {
  /** What the text is made of; see {@link HostileTexts}. */
  @Param({
    "letters",
    "spaces",
    "digits",
    "phone numbers",
    "beginnings of phone numbers",
    "twelve digits",
    "passport",
    "many e-mails",
    "links",
    "done",
    "expanding ligatures",
    "emoji"
  })
  public String text;

  private final RuleSet rules = RuleSet.standard(List.of("gov.spb.ru", "gov39.ru"));
  private RowView row;

  /** A row whose progress and evidence are that. */
  @Setup
  public void prepare() {
    Cell cell = Cell.text(HostileTexts.filled(HostileTexts.pieces().get(text)));
    row = Rows.of(Map.of("progress.spb", cell, "evidence", cell));
  }

  /** As a turn does it: cut to what the columns take. */
  @Benchmark
  public Judgement judged() {
    return rules.judge(row);
  }

  /** One rule after the other on the whole text. */
  @Benchmark
  public void whole(Blackhole hole) {
    for (RowRule rule : rules.rowRules()) {
      hole.consume(rule.check(row));
    }
  }
}
