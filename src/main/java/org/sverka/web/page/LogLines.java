package org.sverka.web.page;

import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.log.Episode;
import org.sverka.log.SealedEntry;

/**
 * The entries of a page of the log, as many and as long as a page may be that is quick to load:
 * many long texts are cut shorter, and if that is not enough the page ends earlier.
 *
 * @param episodes newest first
 * @param next the number to go on below; 0 if there is nothing more
 */
record LogLines(List<EpisodeView> episodes, long next) {
  private static final int HEAVIEST = 86_000;
  private static final int SHORTEST = 40;
  private static final List<Integer> LENGTHS = List.of(EntryView.LINE, EntryView.FOLDED, SHORTEST);
  private static final int FEWEST = 10;

  LogLines {
    episodes = List.copyOf(episodes);
  }

  /**
   * What a page shows of what was read for it.
   *
   * @param besides about how many bytes there are on the page that may be many, too
   */
  static LogLines of(LogCut cut, int besides, FeedView view, Words words) {
    int heaviest = HEAVIEST - besides;
    int count = cut.entries().size();
    List<EpisodeView> shown = List.of();
    for (int longest : LENGTHS) {
      shown = views(cut.entries(), longest, cut, view, words);
      if (weight(shown) <= heaviest) {
        return new LogLines(shown, cut.next());
      }
    }
    while (weight(shown) > heaviest && count > FEWEST) {
      // In proportion and not one by one: each try compares all the words anew.
      int fitting = count * heaviest / weight(shown);
      count = Math.max(FEWEST, Math.min(count - 1, fitting));
      shown = views(cut.entries().subList(0, count), SHORTEST, cut, view, words);
    }
    boolean all = count == cut.entries().size();
    return new LogLines(shown, all ? cut.next() : cut.entries().get(count - 1).entry().seq());
  }

  private static List<EpisodeView> views(
      List<SealedEntry> entries, int longest, LogCut cut, FeedView view, Words words) {
    return Episode.fold(entries).stream()
        .map(one -> EpisodeView.of(one, longest, cut.reviews(), EntryView.BESIDE, view, words))
        .toList();
  }

  private static int weight(List<EpisodeView> episodes) {
    return episodes.stream().mapToInt(EpisodeView::weight).sum();
  }
}
