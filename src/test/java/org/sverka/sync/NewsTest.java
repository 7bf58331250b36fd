package org.sverka.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetNews;

/** News and pushes bring looks forward and do nothing else. */
class NewsTest {
  private static final Push RIGHT = new Push("channel", "resource", "secret", "change");
  private static final Push FORGED = new Push("channel", "resource", "guessed", "change");
  private static final Duration POLL = Duration.ofHours(1);
  private static final SheetNews.News NOTHING = new SheetNews.News(false, Set.of(), Map.of());

  private final AtomicLong nanos = new AtomicLong();
  private final Clocks clocks = new Clocks(() -> Instant.EPOCH, nanos::get);
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger questions = new AtomicInteger();
  private final BlockingQueue<SheetNews.News> answers = new LinkedBlockingQueue<>();
  private final AtomicInteger told = new AtomicInteger();
  private volatile String warning = "";
  private volatile boolean closed;
  private volatile CountDownLatch asked = new CountDownLatch(1);

  private final NewsLoop news =
      new NewsLoop(
          Alarms.of(vertx),
          vertx.createSharedWorkerExecutor("news", 1),
          new Told(),
          Map.of("ours", new Listening()),
          POLL,
          clocks);

  private final class Told implements SheetNews {
    @Override
    public News next() {
      int unused = questions.incrementAndGet();
      asked.countDown();
      News answer = answers.poll();
      if (answer == null) {
        throw new SheetException("Nobody answers", true);
      }
      return answer;
    }

    @Override
    public boolean believes(Push push) {
      return push.token().equals("secret");
    }

    @Override
    public Channel channel() {
      return Channel.NONE;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private final class Listening implements NewsListener {
    @Override
    public void news() {
      int unused = told.incrementAndGet();
    }

    @Override
    public void warned(String what) {
      warning = what;
    }
  }

  @AfterEach
  void stop() throws Exception {
    news.stop().await(20, TimeUnit.SECONDS);
    vertx.close().await(20, TimeUnit.SECONDS);
  }

  /** Asks once, and waits until the answer has been passed on. */
  private void ask(SheetNews.News answer) throws Exception {
    answers.add(answer);
    asked = new CountDownLatch(1);
    news.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    // The worker does one thing at a time.
    vertx.createSharedWorkerExecutor("news").executeBlocking(() -> true).await();
  }

  @Test
  void changedSheet_isLookedAtAndOthersAreNot() throws Exception {
    ask(new SheetNews.News(false, Set.of("somebody else's"), Map.of()));
    assertThat(told).hasValue(0);
    ask(new SheetNews.News(false, Set.of("ours"), Map.of("ours", "in the bin")));
    assertThat(told).hasValue(1);
    assertThat(warning).isEqualTo("in the bin");
    ask(new SheetNews.News(true, Set.of(), Map.of()));
    assertThat(told).hasValue(2);
    assertThat(news.status().heardAt()).contains(Instant.EPOCH);
  }

  @Test
  void newsThatCannotBeHad_areSaidAndDisturbNobody() throws Exception {
    asked = new CountDownLatch(1);
    news.start();
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    vertx.createSharedWorkerExecutor("news").executeBlocking(() -> true).await();
    assertThat(news.status().error()).isEqualTo("Nobody answers");
    assertThat(told).hasValue(0);
    ask(NOTHING);
    assertThat(news.status().error()).isEmpty();
  }

  @Test
  void forgedPushes_changeNothingHoweverMany() throws Exception {
    ask(NOTHING);
    nanos.addAndGet(POLL.toNanos());
    for (int i = 0; i < 10_000; i++) {
      news.push(FORGED);
    }
    news.stop().await(20, TimeUnit.SECONDS);
    assertThat(questions).hasValue(1);
    assertThat(told).hasValue(0);
    assertThat(news.status().pushedAt()).isEmpty();
    assertThat(closed).isTrue();
  }

  @Test
  void believedPushes_askOnceAPollHoweverMany() throws Exception {
    ask(NOTHING);
    for (int i = 0; i < 10_000; i++) {
      news.push(RIGHT);
    }
    assertThat(questions).hasValue(1);
    nanos.addAndGet(POLL.toNanos());
    ask(NOTHING);
    answers.add(NOTHING);
    nanos.addAndGet(POLL.toNanos());
    asked = new CountDownLatch(1);
    news.push(RIGHT);
    assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(questions).hasValue(3);
    assertThat(news.status().pushedAt()).isPresent();
  }

  @Test
  void firstMessageOfAChannel_asksNothing() throws Exception {
    ask(NOTHING);
    nanos.addAndGet(POLL.toNanos());
    news.push(new Push("channel", "resource", "secret", Push.SYNC));
    news.stop().await(20, TimeUnit.SECONDS);
    assertThat(questions).hasValue(1);
    assertThat(news.status().pushedAt()).isPresent();
  }

  @Test
  void newsOfASheet_bringOneLookAPollHoweverManyThereAre() throws Exception {
    FakeSheet sheet =
        new FakeSheet(Scene.SIGNED, Reconciler.begin(Scene.SIGNED, Instant.EPOCH).next());
    FakeGateway gateway = new FakeGateway(sheet);
    BlockingQueue<Integer> reads = new LinkedBlockingQueue<>();
    gateway.reading =
        () -> {
          reads.add(gateway.reads.get());
          return Optional.of(sheet.snapshot());
        };
    Pace pace = new Pace(POLL, POLL.multipliedBy(9), POLL, Duration.ofDays(1));
    var turns = vertx.createSharedWorkerExecutor("turns", 1);
    SyncLoop loop =
        SyncLoop.open(
            Alarms.of(vertx),
            turns,
            Scene.SIGNED,
            new MemoryStore(),
            gateway,
            new Timing(pace, SharedReads.unlimited(), clocks),
            new SimpleMeterRegistry());
    loop.start();
    assertThat(reads.poll(20, TimeUnit.SECONDS)).isEqualTo(1);
    boolean unused = turns.executeBlocking(() -> true).await();
    assertThat(loop.mode().name()).isEqualTo("quiet");
    for (int i = 0; i < 10_000; i++) {
      loop.news();
    }
    assertThat(loop.mode().name()).isEqualTo("under-edit");
    assertThat(gateway.reads).hasValue(1);
    nanos.addAndGet(POLL.toNanos());
    for (int i = 0; i < 10_000; i++) {
      loop.news();
    }
    assertThat(reads.poll(20, TimeUnit.SECONDS)).isEqualTo(2);
    loop.stop().await(20, TimeUnit.SECONDS);
    assertThat(gateway.reads).hasValue(2);
  }
}
