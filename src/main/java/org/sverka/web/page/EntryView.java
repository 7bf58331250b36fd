package org.sverka.web.page;

import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Verdict;
import org.sverka.sync.Erasure;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/**
 * One entry of the log as a page shows it. Texts that do not apply are empty.
 *
 * @param href its own page
 * @param tone how the style sheet marks it: {@code good}, {@code doubtful}, {@code bad}; empty for
 *     what was not judged
 * @param measureHref page of the measure; empty if there is none
 * @param about number of the entry that was reviewed; empty if it is no review
 * @param aboutHref page of that entry
 * @param reviews what reviewers said of it, oldest first
 * @param empty what it means that there is no change to show; empty of what never has texts
 * @param cut whether not all of the change is shown
 * @param erased whether there were texts, which were erased by law
 * @param rest how many findings and reviews there are besides those that are shown
 */
public record EntryView(
    long seq,
    String href,
    Moment at,
    String type,
    String verdict,
    String tone,
    String measure,
    String measureHref,
    String column,
    String party,
    String about,
    String aboutHref,
    List<WordDiff.Part> change,
    String empty,
    boolean cut,
    boolean erased,
    List<Finding> findings,
    List<ReviewView> reviews,
    int rest,
    boolean published,
    String hash,
    String previousHash) {
  /** Characters of what was taken away, and of what was added, that a line of a list shows. */
  static final int LINE = 160;

  private static final int LONGEST_REVIEW = 1_000;
  private static final int EDITION = 13;

  /**
   * What addresses of the roadmap begin with on the page of the log, which is beside them: a
   * hundred entries are lighter for it.
   */
  static final String BESIDE = "";

  /** The same of one of several whose net effect stands above them. */
  static final int FOLDED = 80;

  /** What a rule said. */
  public record Finding(String severity, String tone, String rule, String message) {}

  /** Where the addresses of a roadmap begin, on any page. */
  static String top(FeedView view) {
    return "/" + view.roadmap().id() + "/";
  }

  /**
   * As a line of a list: long texts are cut. A row as a whole is known by its beginning.
   *
   * @param longest so many characters are shown of what was taken away, and of what was added
   * @param length how much is shown of all else
   * @param top what addresses of the roadmap begin with
   */
  static EntryView brief(
      SealedEntry line,
      int longest,
      LogLines.Length length,
      List<SealedEntry> reviews,
      String top,
      FeedView view,
      Words words) {
    Entry entry = line.entry();
    int most = entry.column().isEmpty() ? Math.min(FOLDED, longest) : longest;
    List<WordDiff.Part> change =
        entry.type() == EntryType.EDITION
            ? editions(entry, words)
            : WordDiff.brief(entry.before(), entry.after(), most);
    return of(line, change, 2 * longest, length, reviews, top, view, words);
  }

  /** Names of editions are digests: there are no words to compare. */
  private static List<WordDiff.Part> editions(Entry entry, Words words) {
    String now = edition(entry.after());
    String text =
        entry.before().isEmpty()
            ? words.text("entry.edition.first", now)
            : words.text("entry.edition", now, edition(entry.before()));
    return List.of(new WordDiff.Part(WordDiff.Kind.KEPT, text));
  }

  private static String edition(String name) {
    return WordDiff.cut(name.replaceFirst("^sha256:", ""), EDITION);
  }

  /** As a page of its own, whole. */
  static EntryView whole(SealedEntry line, List<SealedEntry> reviews, FeedView view, Words words) {
    Entry entry = line.entry();
    List<WordDiff.Part> change = WordDiff.of(entry.before(), entry.after());
    LogLines.Length all = LogLines.Length.LONG;
    return of(line, change, LONGEST_REVIEW, all, reviews, top(view), view, words);
  }

  private static EntryView of(
      SealedEntry line,
      List<WordDiff.Part> change,
      int longestReview,
      LogLines.Length length,
      List<SealedEntry> reviews,
      String top,
      FeedView view,
      Words words) {
    Entry entry = line.entry();
    List<ReviewView> said = ReviewView.of(entry.seq(), longestReview, reviews, top, words);
    int findings = Math.min(length.most(), entry.findings().size());
    int reviewed = Math.min(length.most(), said.size());
    boolean known = view.measure(entry.measure()).isPresent();
    return new EntryView(
        entry.seq(),
        top + "log/" + entry.seq(),
        words.moment(entry.at()),
        words.of("type", entry.type().key()),
        words.of("verdict", entry.verdict().key()),
        tone(entry.verdict()),
        Visible.of(entry.measure()),
        known ? top + "measures/" + entry.measure() : "",
        Visible.of(words.column(entry.column())),
        words.side(entry.type(), entry.party()),
        entry.about() > 0 ? Long.toString(entry.about()) : "",
        entry.about() > 0 ? top + "log/" + entry.about() : "",
        visible(change),
        empty(entry, words),
        change.stream().anyMatch(part -> part.kind() == WordDiff.Kind.SKIPPED),
        line.isErased(),
        entry.findings().stream()
            .limit(findings)
            .map(
                found ->
                    new Finding(
                        words.of("severity", found.severity().key()),
                        found.severity().key(),
                        found.rule(),
                        Visible.of(WordDiff.cut(found.message(), length.message()))))
            .toList(),
        said.subList(said.size() - reviewed, said.size()),
        entry.findings().size() - findings + said.size() - reviewed,
        entry.published(),
        line.hash(),
        line.previousHash());
  }

  private static String empty(Entry entry, Words words) {
    if (entry.type() == EntryType.REVIEW) {
      return words.text(
          Erasure.COLUMN.equals(entry.column()) ? "entry.erasure.unreasoned" : "entry.review.none");
    }
    return entry.type().isWorded() ? words.text("entry.empty") : "";
  }

  /** Whether there is anything to say of its texts. */
  public boolean isWorded() {
    return erased || !change.isEmpty() || !empty.isEmpty();
  }

  /** The same parts with nothing in them that can't be seen. */
  static List<WordDiff.Part> visible(List<WordDiff.Part> change) {
    return change.stream()
        .map(part -> new WordDiff.Part(part.kind(), Visible.of(part.text())))
        .toList();
  }

  static String tone(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> "good";
      case ACCEPTED_WITH_WARNINGS -> "doubtful";
      case REJECTED -> "bad";
      case NONE -> "";
    };
  }
}
