package org.sverka.web.page;

import java.util.List;
import java.util.function.Function;
import org.sverka.feed.FeedView;
import org.sverka.log.Episode;
import org.sverka.log.SealedEntry;

/**
 * The entries of a page of the log, as many and as long as a page may be that is quick to load. How
 * heavy a page is shows when it is written: if it is too heavy, long texts are cut shorter; if that
 * is not enough, the page ends earlier.
 *
 * @param episodes newest first
 * @param next the number to go on below; 0 if there is nothing more
 * @param most so many cells are listed at most that the site holds back
 */
record LogLines(List<EpisodeView> episodes, long next, int most) {
  /** A page is below so many bytes. */
  static final int MOST_BYTES = 100_000;

  private static final int FEWEST = 10;

  LogLines {
    episodes = List.copyOf(episodes);
  }

  /** How much is shown of each. */
  enum Length {
    LONG(EntryView.LINE, Integer.MAX_VALUE, Integer.MAX_VALUE),
    MEDIUM(EntryView.FOLDED, Integer.MAX_VALUE, Integer.MAX_VALUE),
    SHORT(40, Integer.MAX_VALUE, Integer.MAX_VALUE),
    /** For what is so much by itself that not even a few entries go on a page with it. */
    SHORTEST(40, 300, 20);

    private final int text;
    private final int message;
    private final int most;

    Length(int text, int message, int most) {
      this.text = text;
      this.message = message;
      this.most = most;
    }

    /** So many characters of what was taken away, and of what was added. */
    int text() {
      return text;
    }

    /** So many characters of what a rule said. */
    int message() {
      return message;
    }

    /** So many things of a kind. */
    int most() {
      return most;
    }

    /** Of one of several whose net effect stands above them. */
    int folded() {
      return Math.min(EntryView.FOLDED, text);
    }
  }

  /**
   * The page of what was read for it.
   *
   * @param writer writes a page of these
   */
  static byte[] fitting(LogCut cut, FeedView view, Words words, Function<LogLines, byte[]> writer) {
    int all = cut.entries().size();
    for (Length length : List.of(Length.LONG, Length.MEDIUM)) {
      byte[] page = writer.apply(of(cut, all, length, view, words));
      if (fits(page)) {
        return page;
      }
    }
    byte[] page = shortened(cut, Length.SHORT, FEWEST, view, words, writer);
    return fits(page) ? page : shortened(cut, Length.SHORTEST, 1, view, words, writer);
  }

  /** The page with as many of the entries as go on it, but no fewer than so many. */
  private static byte[] shortened(
      LogCut cut,
      Length length,
      int fewest,
      FeedView view,
      Words words,
      Function<LogLines, byte[]> writer) {
    int count = cut.entries().size();
    byte[] page = writer.apply(of(cut, count, length, view, words));
    if (fits(page)) {
      return page;
    }
    int frame = writer.apply(of(cut, 0, length, view, words)).length;
    while (!fits(page) && count > fewest) {
      // In proportion and not one by one: each try compares all the words anew.
      int fitting = (int) ((long) count * (MOST_BYTES - frame) / (page.length - frame));
      count = Math.max(fewest, Math.min(count - 1, fitting));
      page = writer.apply(of(cut, count, length, view, words));
    }
    return page;
  }

  private static boolean fits(byte[] page) {
    return page.length < MOST_BYTES;
  }

  private static LogLines of(LogCut cut, int count, Length length, FeedView view, Words words) {
    List<SealedEntry> entries = cut.entries().subList(0, count);
    List<EpisodeView> episodes =
        Episode.fold(entries).stream()
            .map(one -> EpisodeView.of(one, length, cut.reviews(), EntryView.BESIDE, view, words))
            .toList();
    boolean all = count == cut.entries().size();
    long last = count == 0 ? 0 : entries.get(count - 1).entry().seq();
    return new LogLines(episodes, all ? cut.next() : last, length.most());
  }
}
