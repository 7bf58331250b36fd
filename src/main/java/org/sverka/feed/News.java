package org.sverka.feed;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Party;
import org.sverka.rule.Verdict;
import org.sverka.sheet.Column;
import org.sverka.sheet.JournalLayout;
import org.sverka.sync.Erasure;
import org.sverka.text.Messages;

/**
 * The newest entries of the log as news for people, in plain text; Atom and JSON Feed are made from
 * it.
 *
 * @param id stays the same for ever, whatever the address; each choice of entries has its own
 * @param home the page of the log with the same choice
 * @param self where this is, its query included
 * @param updatedAt when the newest item came, or a text of one was erased
 */
public record News(
    String id, String title, String home, String self, Instant updatedAt, List<Item> items) {
  /** So many entries are news. */
  public static final int LENGTH = 50;

  private static final int LONGEST = 2_000;
  private static final int LONGEST_OUTCOME = 60;

  public News {
    items = List.copyOf(items);
  }

  /**
   * One entry.
   *
   * @param link its page
   * @param author whose doing it is; empty where it is nobody's in particular
   * @param at when it was entered
   * @param changedAt when its texts were erased; else as {@code at}
   * @param tags keys of its type and verdict
   */
  record Item(
      String id,
      String link,
      String title,
      String author,
      String text,
      Instant at,
      Instant changedAt,
      List<String> tags) {}

  /**
   * Which entries are told of.
   *
   * @param data the query of the API for them, with its question mark; empty for all
   * @param page the same for the page of the log
   * @param waiting whether only what waits for a reviewer
   * @param others the other conditions in words; empty if there are none
   */
  public record Choice(String data, String page, boolean waiting, String others) {}

  /**
   * Tells of entries.
   *
   * @param entries newest first
   * @param erasedAt when texts of entries were erased, by number
   * @param words how types, verdicts and severities are called: {@code type.edit} and so on
   * @param home address of the roadmap's page
   * @param self address of the news
   */
  public static News of(
      FeedView view,
      List<SealedEntry> entries,
      Map<Long, Instant> erasedAt,
      Choice choice,
      Messages words,
      String home,
      String self) {
    Messages own = Messages.of(News.class, "ru");
    String urn = "urn:sverka:" + view.roadmap().id() + ":";
    List<Item> items = new ArrayList<>();
    for (SealedEntry line : entries) {
      Entry entry = line.entry();
      items.add(
          new Item(
              urn + "entry:" + entry.seq(),
              home + "/log/" + entry.seq(),
              title(entry, view, words, own),
              author(entry, view, own),
              line.isErased() ? own.text("news.erased") : text(entry, view, words, own),
              entry.at(),
              erasedAt.getOrDefault(entry.seq(), entry.at()),
              tags(entry)));
    }
    Instant updatedAt =
        items.stream().map(Item::changedAt).max(naturalOrder()).orElse(view.changedAt());
    return new News(
        urn + "log" + choice.data.replace('?', ':'),
        title(choice, view, own),
        home + "/log" + choice.page,
        self,
        updatedAt,
        items);
  }

  private static String title(Choice choice, FeedView view, Messages own) {
    String key =
        choice.others.isEmpty()
            ? (choice.waiting ? "news.waiting" : "news.title")
            : (choice.waiting ? "news.waiting.chosen" : "news.title.chosen");
    return own.text(key, view.roadmap().title(), choice.others);
  }

  // An edit of an unknown side says so: else Atom would take the feed's own author for its.
  private static String author(Entry entry, FeedView view, Messages own) {
    String unknown = entry.type().isSomebodysDoing() ? own.text("news.party.unknown") : "";
    return side(entry, view).orElse(unknown);
  }

  private static Optional<String> side(Entry entry, FeedView view) {
    return view.roadmap().party(entry.party()).map(Party::name);
  }

  private static String title(Entry entry, FeedView view, Messages words, Messages own) {
    List<String> parts = new ArrayList<>();
    if (!entry.measure().isEmpty()) {
      parts.add(own.text("news.measure", entry.measure()));
    }
    if (entry.type() == EntryType.REVIEW) {
      parts.add(own.text("news.about", Long.toString(entry.about())));
      parts.add(reviewed(entry, words, own));
      return String.join(" · ", parts);
    }
    header(view.layout().columns(), entry.column()).ifPresent(parts::add);
    parts.add(words.text("type." + entry.type().key()));
    String verdict = "verdict." + entry.verdict().key();
    if (words.has(verdict)) {
      parts.add(words.text(verdict));
    }
    return String.join(" · ", parts);
  }

  /** The outcome of a review; that its entry was accepted says nothing of what it is about. */
  private static String reviewed(Entry entry, Messages words, Messages own) {
    if (entry.column().equals(Erasure.COLUMN)) {
      return words.text("column." + Erasure.COLUMN);
    }
    String what = header(JournalLayout.reviews(), entry.column()).orElse(entry.column());
    String value = entry.after().isEmpty() ? words.text("entry.review.none") : entry.after();
    String said =
        entry.column().equals(JournalLayout.REVIEWED) || entry.after().isEmpty()
            ? own.text("news.reviewed", what, cut(value, LONGEST_OUTCOME))
            : what;
    return entry.verdict() == Verdict.REJECTED
        ? said + " " + words.text("entry.review.refused")
        : said;
  }

  private static Optional<String> header(List<Column> columns, String key) {
    return columns.stream()
        .filter(column -> column.key().equals(key))
        .map(Column::header)
        .findFirst();
  }

  private static String text(Entry entry, FeedView view, Messages words, Messages own) {
    List<String> lines = new ArrayList<>();
    side(entry, view).ifPresent(side -> lines.add(own.text("news.party", side)));
    if (entry.type() == EntryType.REVIEW) {
      String about = own.text("news.about", Long.toString(entry.about()));
      lines.add(about + " · " + reviewed(entry, words, own));
    }
    if (entry.column().equals(Erasure.COLUMN)) {
      lines.add(
          entry.after().isEmpty()
              ? words.text("entry.erasure.unreasoned")
              : own.text("news.reason", brief(entry.after())));
    } else if (!entry.before().isEmpty() || !entry.after().isEmpty()) {
      lines.add(own.text("news.before", brief(entry.before())));
      lines.add(own.text("news.after", brief(entry.after())));
    }
    for (LoggedFinding found : entry.findings()) {
      String severity = words.text("severity." + found.severity().key());
      lines.add(own.text("news.finding", severity, found.message()));
    }
    return String.join("\n", lines);
  }

  private static List<String> tags(Entry entry) {
    String verdict = entry.verdict().key();
    return verdict.isEmpty() ? List.of(entry.type().key()) : List.of(entry.type().key(), verdict);
  }

  private static String brief(String text) {
    return cut(text, LONGEST);
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }
}
