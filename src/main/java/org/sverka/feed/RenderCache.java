package org.sverka.feed;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
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
  private final AsyncCache<Key, V> cache;

  /** Views are told apart by identity: each is of one moment of one roadmap. */
  private record Key(FeedView view, String query) {}

  /**
   * @param maxBytes how much may be kept
   * @param weight bytes that one answer takes
   * @param renderer where rendering is done; may block
   */
  public RenderCache(long maxBytes, ToIntFunction<V> weight, Executor renderer) {
    Weigher<Key, V> weigher = (key, value) -> weight.applyAsInt(value) + key.query.length() * 2;
    cache =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(weigher)
            .executor(renderer)
            .buildAsync();
  }

  /** The answer to a query on a view; done already if it was rendered before. */
  public CompletableFuture<V> get(FeedView view, String canonicalQuery, Supplier<V> render) {
    return cache.get(new Key(view, canonicalQuery), key -> render.get());
  }

  /** Forgets what was rendered from a view that is no longer shown. */
  public void drop(FeedView view) {
    cache.synchronous().asMap().keySet().removeIf(key -> key.view == view);
  }
}
