package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The entries of a log, page by page: the next is read while the last is being checked. */
final class ReadAhead implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final LogSource source;
  private final ExecutorService reader = Executors.newSingleThreadExecutor();
  private @Nullable Future<List<JsonNode>> ahead;
  private long aheadAfter;

  ReadAhead(LogSource source) {
    this.source = source;
  }

  /**
   * Entries after a number, oldest first; none at the end.
   *
   * @param size of the part that is read
   */
  List<JsonNode> after(long after, long size) throws WrongException {
    Future<List<JsonNode>> page = ahead != null && aheadAfter == after ? ahead : page(after);
    List<JsonNode> entries = read(page);
    aheadAfter = after + entries.size();
    ahead = !entries.isEmpty() && aheadAfter < size ? page(aheadAfter) : null;
    return entries;
  }

  private Future<List<JsonNode>> page(long after) {
    return reader.submit(() -> source.entries(after));
  }

  private static List<JsonNode> read(Future<List<JsonNode>> page) throws WrongException {
    try {
      return page.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WrongException wrong) {
        throw wrong;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableLogException("interrupted", e);
    }
  }

  /** Waits until nothing is read any more, so that the source can be closed. */
  @Override
  public void close() {
    reader.shutdownNow();
    try {
      var unused = reader.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
