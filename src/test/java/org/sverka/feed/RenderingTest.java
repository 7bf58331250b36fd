package org.sverka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;

/** Representations, their cache, and search. */
class RenderingTest {
  private final FeedView view = FeedView.of(FakePublished.sample("one"));

  @Test
  void sameState_givesTheSameBytesAndTags() {
    FeedView again = FeedView.of(FakePublished.sample("one"));

    assertThat(FeedJson.feed(FeedCut.of(again, FeedFilter.ALL)))
        .isEqualTo(FeedJson.feed(FeedCut.of(view, FeedFilter.ALL)));
    Representation one =
        Representation.of("x", 17, Instant.EPOCH, FeedJson.feed(FeedCut.of(view, FeedFilter.ALL)));
    Representation two =
        Representation.of("x", 17, Instant.EPOCH, FeedJson.feed(FeedCut.of(again, FeedFilter.ALL)));
    assertThat(one.etag()).isEqualTo(two.etag()).matches("\"17-[0-9a-f]{12}\"");
    assertThat(one.gzipEtag()).isEqualTo(two.gzipEtag()).endsWith("-gzip\"");
    assertThat(one.gzip()).isEqualTo(two.gzip());
  }

  @Test
  void smallBody_isNotCompressed() {
    byte[] small = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(Representation.of("x", 1, Instant.EPOCH, small).hasGzip()).isFalse();
  }

  @Test
  void untouchedRoadmap_hasTheFirstStatusEverywhere() {
    FeedView fresh = FeedView.of(new FakePublished(Sample.roadmap("fresh")));

    assertThat(fresh.measures()).extracting(MeasureView::status).containsOnly("not-started");
  }

  @Test
  void manyAskingAtOnce_renderOnce() throws Exception {
    AtomicInteger renders = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    RenderCache<String> cache =
        new RenderCache<>(1 << 20, String::length, ForkJoinPool.commonPool());
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      answers.add(
          cache.get(
              view,
              "/x?n=" + i,
              "x",
              () -> {
                awaitQuietly(go);
                return "answer " + renders.incrementAndGet();
              }));
    }
    go.countDown();

    for (CompletableFuture<String> answer : answers) {
      assertThat(answer.get()).isEqualTo("answer 1");
    }
    assertThat(cache.known(view, "/x?n=7")).contains("answer 1");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void viewThatIsNoLongerShown_isForgotten() throws Exception {
    RenderCache<String> cache = new RenderCache<>(1 << 20, String::length, Runnable::run);
    assertThat(cache.get(view, "/x", "x", () -> "old").get()).isEqualTo("old");

    cache.drop(view);

    assertThat(cache.known(view, "/x")).isEmpty();
  }

  @Test
  void cache_isBoundedInBytes() throws Exception {
    RenderCache<String> cache = new RenderCache<>(10_000, String::length, Runnable::run);
    AtomicInteger renders = new AtomicInteger();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 100; i++) {
        String answer =
            cache
                .get(
                    view,
                    "/x?" + i,
                    "x" + i,
                    () -> {
                      renders.incrementAndGet();
                      return "y".repeat(1_000);
                    })
                .get();
        assertThat(answer).hasSize(1_000);
      }
    }

    assertThat(renders.get()).isGreaterThan(150);
  }

  @Test
  void search_knowsRussian() {
    assertThat(Folding.fold("  ВОЛОНТЁРСТВО —  «Женщина\u00A0года» "))
        .isEqualTo("волонтерство - \"женщина года\"");
    assertThat(Folding.fold("и\u0306")).isEqualTo("й");
  }
}
