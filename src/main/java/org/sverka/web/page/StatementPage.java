package org.sverka.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sverka.feed.FeedView;
import org.sverka.feed.Statement;
import org.sverka.feed.Statement.Difference;
import org.sverka.feed.Statement.Line;
import org.sverka.roadmap.Retitling;
import org.sverka.roadmap.Section;
import org.sverka.sheet.Layout;
import org.sverka.sync.Erasure;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;

/**
 * What changed between two days: the annex for a meeting.
 *
 * @param from the first day as it was asked for; empty if it was not
 * @param to the last one
 * @param period in words what was asked for, such as «за период с 01.11.2026 по 29.11.2026»
 * @param byEntries whether numbers of entries were asked for, and not days
 * @param began the day on which the log began, where earlier days were asked for; else empty
 * @param before when the earlier state came
 * @param after when the later one did
 * @param code what is printed on it
 * @param csvHref the same as a table
 * @param checkHref where the code is checked
 * @param logHref what was refused and accepted in the meantime, edit by edit
 * @param totals how many measures had each status, and have it
 * @param overAnEdition whether another edition of the document came in between
 * @param erasedHref what was erased; empty if the statement shows nothing of it
 */
public record StatementPage(
    String action,
    String title,
    String from,
    String to,
    String period,
    boolean byEntries,
    String began,
    Moment before,
    Moment after,
    long since,
    long revision,
    String code,
    String csvHref,
    String checkHref,
    String logHref,
    List<Total> totals,
    List<Group> groups,
    boolean overAnEdition,
    String erasedHref,
    int count) {
  private static final Set<String> IN_THE_HEADING = Set.of("section", Layout.NUMBER);

  /** How many measures had a status, and have it. */
  public record Total(String status, int before, int after) {}

  /**
   * What is different in a section.
   *
   * @param title how its title reads otherwise; empty if it does not
   */
  public record Group(String section, List<WordDiff.Part> title, List<Changed> measures) {}

  /**
   * A measure that is different.
   *
   * @param href its page; empty if it is gone
   * @param former the number that it had, if that was another one; else empty
   */
  public record Changed(
      String number,
      String href,
      String former,
      String text,
      boolean isNew,
      boolean isGone,
      List<Cell> cells) {}

  /**
   * A column that is different.
   *
   * @param erasedBefore whether a text that stood there before was erased by law
   * @param erasedAfter whether one that stood there then was
   */
  public record Cell(
      String title, List<WordDiff.Part> change, boolean erasedBefore, boolean erasedAfter) {}

  static StatementPage of(
      FeedView view, Statement statement, Map<String, String> query, LocalDate today, Words words) {
    FeedView before = statement.before();
    FeedView after = statement.after();
    String path = "/" + view.roadmap().id() + "/log";
    String revisions = "?since=" + before.revision() + "&revision=" + after.revision();
    String code = statement.code().text();
    return new StatementPage(
        path + "/compare",
        Visible.of(after.roadmap().title()),
        query.getOrDefault("from", ""),
        query.getOrDefault("to", ""),
        period(query, today, view, words),
        query.containsKey("since") || query.containsKey("revision"),
        began(before, query, words),
        words.moment(before.changedAt()),
        words.moment(after.changedAt()),
        before.revision(),
        after.revision(),
        code,
        path + "/compare.csv" + revisions,
        path + "/check?code=" + code,
        path + Addresses.query(days(query)),
        totals(before, after, view),
        groups(statement, view, words),
        statement.isOverAnEdition(),
        statement.hasErased() ? path + "?column=" + Erasure.COLUMN : "",
        statement.lines().size());
  }

  private static String period(
      Map<String, String> query, LocalDate today, FeedView view, Words words) {
    String begin =
        query.containsKey("from")
            ? words.text("statement.from", words.date(query.get("from")))
            : query.containsKey("since")
                ? words.text("statement.since", query.get("since"))
                : words.text("statement.beginning");
    String end =
        query.containsKey("to")
            ? end(LocalDate.parse(query.get("to")), today, view, words)
            : query.containsKey("revision")
                ? words.text("statement.revision", query.get("revision"))
                : words.text("statement.now");
    return words.text("statement.period", begin, end);
  }

  /** A day that is not over says how far the log has come. */
  private static String end(LocalDate day, LocalDate today, FeedView view, Words words) {
    if (day.isAfter(today)) {
      return words.text("statement.today");
    }
    String date = words.date(day.toString());
    return day.equals(today)
        ? words.text("statement.to.unfinished", date, words.moment(view.changedAt()).text())
        : words.text("statement.to", date);
  }

  /** What stood before a day came before it, unless the log began later. */
  private static String began(FeedView before, Map<String, String> query, Words words) {
    LocalDate first = LocalDate.ofInstant(before.changedAt(), before.zone());
    boolean early =
        Stream.of("from", "to")
            .filter(query::containsKey)
            .map(name -> LocalDate.parse(query.get(name)))
            .anyMatch(first::isAfter);
    return early ? words.date(first.toString()) : "";
  }

  /** Numbers of the first and the last entry between the two states. */
  public String entries() {
    return since < revision ? (since + 1) + " – " + revision : "—";
  }

  private static Map<String, String> days(Map<String, String> query) {
    Map<String, String> days = new java.util.TreeMap<>(query);
    days.keySet().retainAll(List.of("from", "to"));
    return days;
  }

  private static List<Total> totals(FeedView before, FeedView after, FeedView view) {
    return view.statuses().stream()
        .map(
            status ->
                new Total(status.label(), count(before, status.key()), count(after, status.key())))
        .toList();
  }

  private static int count(FeedView view, String status) {
    return (int) view.measures().stream().filter(m -> m.status().equals(status)).count();
  }

  private static List<Group> groups(Statement statement, FeedView view, Words words) {
    Map<String, List<WordDiff.Part>> titles = new HashMap<>();
    for (Retitling title : statement.titles()) {
      titles.put(title.section(), EntryView.visible(WordDiff.of(title.before(), title.after())));
    }
    Map<String, List<Changed>> measures = new HashMap<>();
    titles.keySet().forEach(section -> measures.put(section, new ArrayList<>()));
    for (Line line : statement.lines()) {
      measures
          .computeIfAbsent(line.section(), section -> new ArrayList<>())
          .add(changed(line, view, words));
    }
    return measures.keySet().stream()
        .sorted(Comparator.comparing(Integer::valueOf))
        .map(
            section ->
                new Group(
                    section(section, statement),
                    titles.getOrDefault(section, List.of()),
                    measures.getOrDefault(section, List.of())))
        .toList();
  }

  private static String section(String number, Statement statement) {
    return Stream.of(statement.after(), statement.before())
        .flatMap(view -> view.roadmap().sections().stream())
        .filter(section -> section.number().equals(number))
        .map(Section::title)
        .map(title -> Visible.of(number + ". " + title))
        .findFirst()
        .orElse(number);
  }

  private static Changed changed(Line line, FeedView view, Words words) {
    return new Changed(
        line.measure(),
        href(line, view),
        line.isRenumbered() ? line.former() : "",
        Visible.of(line.text()),
        line.isNew(),
        line.isGone(),
        line.isGone() ? List.of() : cells(line, words));
  }

  /** Under its number there may be another measure by now. */
  private static String href(Line line, FeedView view) {
    return view.measure(line.measure())
        .filter(measure -> measure.measure().text().equals(line.text()))
        .map(measure -> "/" + view.roadmap().id() + "/measures/" + line.measure())
        .orElse("");
  }

  /** What the heading says is not said again. */
  private static List<Cell> cells(Line line, Words words) {
    return line.differences().stream()
        .filter(each -> !IN_THE_HEADING.contains(each.column()))
        .map(each -> cell(each, words))
        .toList();
  }

  private static Cell cell(Difference each, Words words) {
    List<WordDiff.Part> change =
        WordDiff.of(
            shown(each.column(), each.before(), words), shown(each.column(), each.after(), words));
    return new Cell(
        Visible.of(each.title()),
        EntryView.visible(change),
        each.erasedBefore(),
        each.erasedAfter());
  }

  private static String shown(String column, String value, Words words) {
    return switch (column) {
      case Layout.STATUS -> value.isEmpty() ? "" : words.status(value);
      case Layout.COMPLETED_ON -> words.date(value);
      default -> value;
    };
  }
}
