package org.sverka.web.page;

import java.util.List;
import org.sverka.log.Entry;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Verdict;
import org.sverka.sync.Erasure;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/**
 * What a reviewer said of an entry.
 *
 * @param href the entry in which it was said
 * @param what the column that was filled in
 * @param text what was written there; empty if nothing was
 * @param none what that means
 * @param counts whether it was a proper answer
 */
public record ReviewView(
    Moment at, String href, String what, String text, String none, boolean counts) {
  /**
   * What was said of one entry, oldest first.
   *
   * @param longest so many characters of each are shown
   */
  static List<ReviewView> of(
      long about, int longest, List<SealedEntry> reviews, String top, Words words) {
    return reviews.stream()
        .map(SealedEntry::entry)
        .filter(review -> review.about() == about)
        .map(review -> of(review, longest, top, words))
        .toList();
  }

  private static ReviewView of(Entry review, int longest, String top, Words words) {
    return new ReviewView(
        words.moment(review.at()),
        top + "log/" + review.seq(),
        words.column(review.column()),
        Visible.of(WordDiff.cut(review.after(), longest)),
        words.text(
            Erasure.COLUMN.equals(review.column())
                ? "entry.erasure.unreasoned"
                : "entry.review.none"),
        review.verdict() != Verdict.REJECTED);
  }
}
