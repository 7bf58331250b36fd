package org.sverka.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.log.Entry;
import org.sverka.log.LoggedFinding;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.Party;
import org.sverka.sheet.Column;
import org.sverka.text.Messages;

/**
 * The newest entries of the log as news for people, in plain text; Atom and JSON Feed are made from
 * it.
 *
 * @param id stays the same for ever, whatever the address; each choice of entries has its own
 * @param home the page of the log with the same choice
 * @param self where this is, its query included
 * @param updatedAt when the newest item came
 */
public record News(
    String id, String title, String home, String self, Instant updatedAt, List<Item> items) {
  /** So many entries are news. */
  public static final int LENGTH = 50;

  private static final int LONGEST = 2_000;

  public News {
    items = List.copyOf(items);
  }

  /**
   * One entry.
   *
   * @param link its page
   * @param author whose doing it is; empty where it is nobody's in particular
   * @param tags keys of its type and verdict
   */
  record Item(
      String id,
      String link,
      String title,
      String author,
      String text,
      Instant at,
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
   * @param words how types and verdicts of entries are called: {@code type.edit} and so on
   * @param home address of the roadmap's page
   * @param self address of the news
   */
  public static News of(
      FeedView view,
      List<SealedEntry> entries,
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
              line.isErased() ? own.text("news.erased") : text(entry, view, own),
              entry.at(),
              tags(entry)));
    }
    Instant updatedAt = items.isEmpty() ? view.changedAt() : items.get(0).at();
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
    view.layout().columns().stream()
        .filter(column -> column.key().equals(entry.column()))
        .map(Column::header)
        .forEach(parts::add);
    parts.add(words.text("type." + entry.type().key()));
    String verdict = "verdict." + entry.verdict().key();
    if (words.has(verdict)) {
      parts.add(words.text(verdict));
    }
    return String.join(" · ", parts);
  }

  private static String text(Entry entry, FeedView view, Messages own) {
    List<String> lines = new ArrayList<>();
    side(entry, view).ifPresent(side -> lines.add(own.text("news.party", side)));
    if (!entry.before().isEmpty() || !entry.after().isEmpty()) {
      lines.add(own.text("news.before", brief(entry.before())));
      lines.add(own.text("news.after", brief(entry.after())));
    }
    entry.findings().stream().map(LoggedFinding::message).forEach(lines::add);
    return String.join("\n", lines);
  }

  private static List<String> tags(Entry entry) {
    String verdict = entry.verdict().key();
    return verdict.isEmpty() ? List.of(entry.type().key()) : List.of(entry.type().key(), verdict);
  }

  private static String brief(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
