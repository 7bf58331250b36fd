package org.sverka.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedView;
import org.sverka.feed.Place;
import org.sverka.feed.QueryException;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.web.page.LogCut;

/**
 * Which page of the log a reader wants.
 *
 * @param given the filters, name to value
 * @param data the same in the words of the API
 * @param before entries with a number below this one
 */
record LogQuery(
    Map<String, String> given, Map<String, String> data, LogFilter filter, long before) {
  /** The names of the parameters; the days {@code from} and {@code to} are both included. */
  static final List<String> NAMES =
      List.of(
          "measure",
          "section",
          "column",
          "type",
          "verdict",
          "severity",
          "rule",
          "party",
          "review",
          "from",
          "to",
          "before");

  private static final int PAGE = 100;
  private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("9998-12-30T00:00:00Z");

  static LogQuery parse(Map<String, String> query, FeedView view) {
    String before = query.getOrDefault("before", Long.toString(Long.MAX_VALUE));
    if (!before.matches("[1-9]\\d{0,17}|" + Long.MAX_VALUE)) {
      throw QueryException.unknownValue("before", List.of("17"));
    }
    Map<String, String> given = new LinkedHashMap<>();
    Map<String, String> data = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = query.get(name);
      if (value != null && !name.equals("before")) {
        given.put(name, value);
        switch (name) {
          case "from" -> data.put("since", Place.day(name, value).toString());
          case "to" -> data.put("until", Place.day(name, value).plusDays(1).toString());
          default -> data.put(name, value);
        }
      }
    }
    LogFilter filter = ChangesQuery.filter(data, view);
    return new LogQuery(given, data, filter, Long.parseLong(before));
  }

  /** The page's parameters for a choice in the words of the API: of a moment its day. */
  static Map<String, String> ofPage(Map<String, String> data, LogFilter filter, FeedView view) {
    Map<String, String> page = new LinkedHashMap<>();
    for (String name : NAMES) {
      switch (name) {
        case "from" -> day(filter.since(), view).ifPresent(day -> page.put(name, day));
        case "to" -> day(filter.until().minusMillis(1), view).ifPresent(day -> page.put(name, day));
        default -> {
          String value = data.get(name);
          if (value != null) {
            page.put(name, value);
          }
        }
      }
    }
    return page;
  }

  /** A moment beyond what the page takes for a day narrows nothing. */
  private static Optional<String> day(Instant moment, FeedView view) {
    return moment.isBefore(FIRST) || moment.isAfter(LAST)
        ? Optional.empty()
        : Optional.of(moment.atZone(view.zone()).toLocalDate().toString());
  }

  /** The query of these parameters, with its question mark. */
  static String write(Map<String, String> page) {
    return Query.write(page, NAMES);
  }

  String canonical() {
    return before + "\n" + filter;
  }

  /** Reads the page. Blocking. */
  LogCut read(LogReader log) {
    List<SealedEntry> found = log.before(before, PAGE + 1, filter);
    boolean full = found.size() > PAGE;
    List<SealedEntry> page = full ? found.subList(0, PAGE) : found;
    long next = full ? page.get(PAGE - 1).entry().seq() : 0;
    List<SealedEntry> reviews = log.reviews(page.stream().map(line -> line.entry().seq()).toList());
    boolean first = before == Long.MAX_VALUE;
    boolean standing = first && given.isEmpty();
    return new LogCut(
        given,
        data,
        page,
        reviews,
        first,
        next,
        standing ? newest(log, EntryType.HELD) : 0,
        standing ? waiting(log) : LogCut.NOTHING_WAITS);
  }

  private static long newest(LogReader log, EntryType type) {
    return log.before(Long.MAX_VALUE, 1, LogFilter.ALL.ofType(type)).stream()
        .mapToLong(line -> line.entry().seq())
        .findFirst()
        .orElse(0);
  }

  private static LogCut.Waiting waiting(LogReader log) {
    LogFilter waiting = LogFilter.ALL.waiting();
    List<SealedEntry> all = log.after(0, LogCut.Waiting.MOST + 1, waiting);
    return all.isEmpty()
        ? LogCut.NOTHING_WAITS
        : new LogCut.Waiting(all.size(), all.get(0).entry().at());
  }
}
