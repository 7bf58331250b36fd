package org.sverka.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.log.SealedEntry;

/**
 * A stretch of the log that was read for a page.
 *
 * @param query the filters that it was read by, name to value
 * @param data the same filters in the words of the API
 * @param entries newest first
 * @param reviews of these, oldest first
 * @param first whether it begins with the newest
 * @param next the number to go on below; 0 if there is nothing more
 * @param mass number of the newest entry of a mass change that was held back, whether or not it
 *     still is; 0 if there is none, or nobody asked
 * @param waiting what waits for a reviewer in the whole log; asked for only without filters
 */
public record LogCut(
    Map<String, String> query,
    Map<String, String> data,
    List<SealedEntry> entries,
    List<SealedEntry> reviews,
    boolean first,
    long next,
    long mass,
    Waiting waiting) {
  /** Nothing waits, or nobody asked. */
  public static final Waiting NOTHING_WAITS = new Waiting(0, Instant.EPOCH);

  /**
   * What waits for a reviewer.
   *
   * @param count how many entries; {@link #MOST} and one stand for more than that
   * @param since when the oldest of them came
   */
  public record Waiting(int count, Instant since) {
    public static final int MOST = 100;
  }
}
