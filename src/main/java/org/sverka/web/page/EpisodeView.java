package org.sverka.web.page;

import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.log.Entry;
import org.sverka.log.Episode;
import org.sverka.log.SealedEntry;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/**
 * What one side, or somebody whose side is not known, did to one measure at one sitting.
 *
 * @param from when it began
 * @param to when it ended
 * @param measureHref page of the measure; empty if there is none
 * @param cells what became of each cell
 * @param entries one by one, newest first
 */
public record EpisodeView(
    Moment from,
    Moment to,
    String measure,
    String measureHref,
    String party,
    List<Net> cells,
    List<EntryView> entries) {
  /**
   * What became of a cell.
   *
   * @param verdict of the last edit
   * @param undone whether in the end there stood what had stood there
   * @param site what of it reached the site, where the last edit was refused; else empty
   */
  public record Net(
      String column,
      String verdict,
      String tone,
      List<WordDiff.Part> change,
      boolean undone,
      List<WordDiff.Part> site) {}

  /**
   * The view of an episode.
   *
   * @param length how much is shown of each entry
   * @param top what addresses of the roadmap begin with
   */
  static EpisodeView of(
      Episode episode,
      LogLines.Length length,
      List<SealedEntry> reviews,
      String top,
      FeedView view,
      Words words) {
    String measure = episode.newest().entry().measure();
    boolean known = view.measure(measure).isPresent();
    boolean alone = episode.lines().size() == 1;
    int each = alone ? length.text() : length.folded();
    return new EpisodeView(
        words.moment(episode.oldest().entry().at()),
        words.momentAfter(episode.oldest().entry().at(), episode.newest().entry().at()),
        Visible.of(measure),
        known ? top + "measures/" + measure : "",
        words.side(episode.newest().entry().type(), episode.party()),
        alone
            ? List.of()
            : episode.net().stream().map(net -> net(net, length.text(), words)).toList(),
        episode.lines().stream()
            .map(line -> EntryView.brief(line, each, length, reviews, top, view, words))
            .toList());
  }

  private static Net net(Episode.Net net, int longest, Words words) {
    Entry last = net.last();
    return new Net(
        Visible.of(words.column(last.column())),
        words.of("verdict", last.verdict().key()),
        EntryView.tone(last.verdict()),
        EntryView.visible(WordDiff.brief(net.first().before(), last.after(), longest)),
        net.isUndone(),
        net.published()
            .map(entry -> WordDiff.brief(net.first().before(), entry.after(), longest))
            .map(EntryView::visible)
            .orElse(List.of()));
  }

  /** Whether there is more than one entry to it. */
  public boolean isFolded() {
    return entries.size() > 1;
  }
}
