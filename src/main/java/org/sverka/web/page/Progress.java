package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.sheet.ColumnType;

/**
 * How many measures have which status.
 *
 * @param total of measures
 * @param shares one for each status, in the order of the sheet, also of those that none has
 * @param spoken all of it in a sentence, for those who do not see the bar
 */
public record Progress(int total, List<Share> shares, String spoken) {
  /** The key of the status that ends a measure. */
  static final String DONE = "done";

  /** How many colours the style sheet has for statuses. */
  private static final int COLOURS = 7;

  /**
   * The measures of one status.
   *
   * @param colour number of its colour in the style sheet
   * @param x where it begins in a bar, per cent
   * @param width what it takes of a bar, per cent
   */
  public record Share(String key, String label, int count, int colour, String x, String width) {}

  static Progress of(List<MeasureView> measures, FeedView view) {
    List<Share> shares = new ArrayList<>();
    int before = 0;
    for (ColumnType.Option status : view.statuses()) {
      int count = (int) measures.stream().filter(m -> m.status().equals(status.key())).count();
      shares.add(
          new Share(
              status.key(),
              status.label(),
              count,
              shares.size() % COLOURS,
              percent(before, measures.size()),
              percent(count, measures.size())));
      before += count;
    }
    String spoken =
        shares.stream()
            .filter(share -> share.count > 0)
            .map(share -> share.label + ": " + share.count)
            .collect(Collectors.joining(", "));
    return new Progress(measures.size(), List.copyOf(shares), spoken);
  }

  static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.3f%%", whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  /** How many measures are carried out. */
  public int done() {
    return shares.stream().filter(share -> share.key.equals(DONE)).mapToInt(Share::count).sum();
  }

  /** The statuses that some measure has. */
  public List<Share> present() {
    return shares.stream().filter(share -> share.count > 0).toList();
  }
}
