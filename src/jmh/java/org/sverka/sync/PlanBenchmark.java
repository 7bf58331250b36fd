package org.sverka.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
import org.sverka.sheet.Snapshot;

/** How long one plan takes: of a sheet as last seen, with one cell changed, with all to judge. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {
  /** Measures; the rows of the twelve sections and the header come on top. */
  @Param({"41", "10000"})
  public int measures;

  private Charter charter;
  private org.sverka.sync.State state;
  private Optional<Snapshot> unchanged;
  private Optional<Snapshot> oneCell;
  private Instant now;
  private Instant tomorrow;

  /** A sheet that has been looked at twice, then one more status in it. */
  @Setup
  public void prepare() {
    Scene scene = new Scene(LargeRoadmap.charter(measures));
    scene.settle();
    charter = scene.charter;
    state = scene.state;
    now = scene.now.plusSeconds(5);
    tomorrow = now.plus(Duration.ofDays(1));
    unchanged = Optional.of(scene.sheet.snapshot());
    scene.sheet.set("7.2", "status", "В работе");
    oneCell = Optional.of(scene.sheet.snapshot());
    expect("an unchanged sheet", 0, unchanged(), 0);
    expect("a changed status", 1, oneCell(), 1);
    expect("a new day", 0, judgeAll(), 0);
  }

  private static void expect(String what, int entries, Plan plan, int changes) {
    if (plan.entries().size() != entries || plan.changes().size() != changes) {
      throw new IllegalStateException(
          "%s: %d entries, %d changes"
              .formatted(what, plan.entries().size(), plan.changes().size()));
    }
  }

  /** The sheet is as last seen: what a turn costs when nobody does anything. */
  @Benchmark
  public Plan unchanged() {
    return Reconciler.plan(charter, state, unchanged, now);
  }

  /** One status has been changed: one row is judged. */
  @Benchmark
  public Plan oneCell() {
    return Reconciler.plan(charter, state, oneCell, now);
  }

  /** A day has begun: every row is judged. */
  @Benchmark
  public Plan judgeAll() {
    return Reconciler.plan(charter, state, unchanged, tomorrow);
  }
}
