package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.Snapshot;

/** The loop goes on, and says what is true, whatever fails. */
class SyncLoopTest {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicLong nanos = new AtomicLong(-7);
  private final FakeSheet sheet =
      new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, START).next());
  private final FakeGateway gateway = new FakeGateway(sheet);
  private final MemoryStore store = new MemoryStore();
  private final Vertx vertx = Vertx.vertx();
  private final SyncLoop loop =
      SyncLoop.open(
          Alarms.of(vertx),
          vertx.createSharedWorkerExecutor("turns", 1),
          Scene.SIGNED,
          store,
          gateway,
          new Timing(
              Pace.steady(Duration.ofMillis(1)),
              SharedReads.unlimited(),
              new Clocks(now::get, nanos::get)),
          new SimpleMeterRegistry());

  @AfterEach
  void stop() throws Exception {
    loop.stop().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private void pass(Duration time) {
    now.updateAndGet(at -> at.plus(time));
    long unused = nanos.addAndGet(time.toNanos());
  }

  /** Starts the loop and waits for that many reads to begin. */
  private void run(int reads) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(reads);
    var reading = gateway.reading;
    gateway.reading =
        () -> {
          begun.countDown();
          return reading.get();
        };
    loop.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void f65_errorInTurn_isReportedAndTheLoopGoesOn() throws InterruptedException {
    gateway.reading =
        () -> {
          throw new StackOverflowError("too deep");
        };
    run(2);
    assertThat(loop.lastError()).isEqualTo("too deep");
  }

  @Test
  void tabThatCannotBeProvisioned_isSaidAndTriedAgainLater() throws InterruptedException {
    gateway.provisionable = false;
    run(4);
    assertThat(loop.lastError()).isEqualTo("The sheet refuses");
    assertThat(loop.checkedAt()).contains(START);
    assertThat(gateway.provisions).hasValue(2);
  }

  @Test
  void listenerThatThrows_keepsNothingFromTheOthers() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    loop.onChange(
        () -> {
          throw new IllegalStateException("not I");
        });
    loop.onChange(told::countDown);
    sheet.set("1.1", "status", "В работе");
    run(1);
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(loop.lastError()).isEmpty();
  }

  @Test
  void sheetThatIsReadButNotWritten_isNotStale() throws InterruptedException {
    sheet.set("1.1", "status", "Готово");
    gateway.writable = false;
    gateway.beforeWrite = () -> pass(Duration.ofSeconds(700));
    run(3);
    assertThat(loop.staleSince()).isEmpty();
    assertThat(loop.checkedAt()).isPresent();
    assertThat(loop.lastError()).isEqualTo("The sheet refuses");
  }

  @Test
  void sheetThatCannotBeReadForTenMinutes_isStaleUntilItIsRead() throws InterruptedException {
    CountDownLatch fresh = new CountDownLatch(1);
    AtomicReference<Optional<Instant>> atFirst = new AtomicReference<>(Optional.empty());
    loop.onChange(
        () -> {
          atFirst.compareAndSet(Optional.empty(), loop.staleSince());
          gateway.reading = this::snapshot;
          if (loop.staleSince().isEmpty()) {
            fresh.countDown();
          }
        });
    gateway.reading =
        () -> {
          pass(Duration.ofSeconds(400));
          throw FakeGateway.refused();
        };
    loop.start();
    assertThat(fresh.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(atFirst.get()).contains(START);
    assertThat(loop.staleSince()).isEmpty();
  }

  @Test
  void clockSetForwardAndBack_neitherMissesNorDoublesATurn() throws InterruptedException {
    List<Duration> jumps =
        List.of(
            Duration.ofHours(1),
            Duration.ofHours(-2),
            Duration.ofDays(2),
            Duration.ofDays(-1),
            Duration.between(START, Instant.EPOCH),
            Duration.ZERO);
    AtomicInteger reads = new AtomicInteger();
    gateway.reading =
        () -> {
          int read = reads.getAndIncrement();
          now.updateAndGet(at -> at.plus(jumps.get(read % jumps.size())));
          sheet.set("1.1", "progress.spb", "раз " + read);
          return snapshot();
        };
    run(13);
    loop.stop().await();
    assertThat(loop.staleSince()).isEmpty();
    assertThat(loop.lag()).contains(Duration.ZERO);
    assertThat(gateway.provisions).hasValue(2);
    assertThat(store.entries())
        .extracting(entry -> entry.entry().seq())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(store.entries())
        .filteredOn(entry -> entry.entry().column().equals("progress.spb"))
        .hasSizeGreaterThanOrEqualTo(13);
  }

  @Test
  void fileInTheBin_isSaidAndNotLookedAtUntilItIsTakenOut() throws Exception {
    run(1);
    loop.warned("in the bin");
    turnEnds();
    int before = gateway.reads.get();
    for (int turn = 0; turn < 5; turn++) {
      loop.hint();
      turnEnds();
    }
    assertThat(gateway.reads).hasValue(before);
    assertThat(loop.standstill()).contains("in the bin");
    assertThat(loop.lastError()).isEqualTo("in the bin");
    loop.warned("");
    run(1);
    turnEnds();
    assertThat(loop.standstill()).isEmpty();
    assertThat(loop.lastError()).isEmpty();
  }

  @Test
  void operatorsWord_hasAFileInTheBinLookedAtAllTheSame() throws Exception {
    run(1);
    loop.warned("in the bin");
    turnEnds();
    int before = gateway.reads.get();
    loop.lookNow();
    run(1);
    assertThat(gateway.reads.get()).isGreaterThan(before);
  }

  /** The worker does one thing at a time. */
  private void turnEnds() throws Exception {
    assertThat(
            vertx
                .createSharedWorkerExecutor("turns")
                .executeBlocking(() -> true)
                .await(20, TimeUnit.SECONDS))
        .isTrue();
  }

  private Optional<Snapshot> snapshot() {
    return Optional.of(sheet.snapshot());
  }
}
