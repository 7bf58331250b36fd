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
  private static final int STEP = 20;
  private static final int FEWER = 5;

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
    for (int longest = EntryView.LINE; longest > SHORTEST; longest -= STEP) {
      List<EpisodeView> all = views(cut.entries(), longest, cut, view, words);
      if (weight(all) <= heaviest) {
        return new LogLines(all, cut.next());
      }
    }
    int count = cut.entries().size();
    List<EpisodeView> shown = views(cut.entries(), SHORTEST, cut, view, words);
    while (weight(shown) > heaviest && count > FEWER) {
      count -= FEWER;
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
