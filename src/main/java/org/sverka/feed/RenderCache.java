package org.sverka.feed;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Keeps what was rendered, by the view it was rendered from and the canonical query. Bounded in
 * bytes; however many ask at once, each is rendered once.
 *
 * @param <V> the form in which answers are kept
 */
public final class RenderCache<V> {
  /** Pages say how long something has lasted, and no revision comes from that alone. */
  private static final Duration STALE = Duration.ofMinutes(10);

  private final AsyncCache<Key, V> cache;
  private final Executor renderer;

  /** Views are told apart by identity: each is of one moment of one roadmap. */
  private record Key(FeedView view, String query) {}

  /**
   * @param maxBytes how much may be kept
   * @param weight bytes that one answer takes
   * @param renderer where rendering is done; may block
   */
  public RenderCache(long maxBytes, ToIntFunction<V> weight, Executor renderer) {
    this.renderer = renderer;
    Weigher<Key, V> weigher = (key, value) -> weight.applyAsInt(value) + key.query.length() * 2;
    cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(weigher)
            .expireAfterWrite(STALE)
            .executor(Runnable::run)
            .buildAsync();
  }

  /** What was rendered from a view for an address before, so that it need not be read again. */
  public Optional<V> known(FeedView view, String address) {
    CompletableFuture<V> answer = cache.getIfPresent(new Key(view, address));
    return answer == null || !answer.isDone() || answer.isCompletedExceptionally()
        ? Optional.empty()
        : Optional.of(answer.join());
  }

  /**
   * The answer to a query on a view; done already if it was rendered before.
   *
   * @param address the query as it was asked, beginning with a slash
   * @param canonicalQuery the same for all addresses that ask the same; begins otherwise
   */
  public CompletableFuture<V> get(
      FeedView view, String address, String canonicalQuery, Supplier<V> render) {
    CompletableFuture<V> answer =
        cache.get(
            new Key(view, canonicalQuery),
            (key, housekeeper) -> CompletableFuture.supplyAsync(render, renderer));
    cache.put(new Key(view, address), answer);
    return answer;
  }

  /** Does something that may block where rendering is done, and keeps nothing of it. */
  public <T> CompletableFuture<T> run(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, renderer);
  }

  /** Forgets what was rendered from a view that is no longer shown. */
  public void drop(FeedView view) {
    cache.synchronous().asMap().keySet().removeIf(key -> key.view == view);
  }
}
