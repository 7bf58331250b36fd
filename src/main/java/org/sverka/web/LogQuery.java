package org.sverka.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sverka.feed.ChangesQuery;
import org.sverka.feed.FeedView;
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
 * @param type key of an {@link EntryType}; empty for all
 * @param before entries with a number below this one
 */
record LogQuery(Map<String, String> given, LogFilter filter, String type, long before) {
  static final List<String> NAMES = List.of("measure", "column", "verdict", "type", "before");

  private static final int PAGE = 100;
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 10;

  static LogQuery parse(Map<String, String> query, FeedView view) {
    String type = query.getOrDefault("type", "");
    List<String> types = Arrays.stream(EntryType.values()).map(EntryType::key).toList();
    if (!type.isEmpty() && !types.contains(type)) {
      throw QueryException.unknownValue("type", types);
    }
    String before = query.getOrDefault("before", Long.toString(Long.MAX_VALUE));
    if (!before.matches("[1-9]\\d{0,17}|" + Long.MAX_VALUE)) {
      throw QueryException.unknownValue("before", List.of("17"));
    }
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (query.containsKey(name) && !name.equals("before")) {
        given.put(name, query.get(name));
      }
    }
    return new LogQuery(given, ChangesQuery.filter(given, view), type, Long.parseLong(before));
  }

  String canonical() {
    return before + "\n" + type + "\n" + filter;
  }

  /** Reads the page. Blocking. */
  LogCut read(LogReader log) {
    List<SealedEntry> found = new ArrayList<>();
    long below = before;
    boolean more = true;
    for (int batch = 0; more && batch < MOST_BATCHES && found.size() <= PAGE; batch++) {
      int size = type.isEmpty() ? PAGE + 1 : BATCH;
      List<SealedEntry> read = log.before(below, size, filter);
      read.stream().filter(this::isOfType).forEach(found::add);
      more = read.size() == size;
      below = more ? read.get(size - 1).entry().seq() : 0;
    }
    boolean full = found.size() > PAGE;
    List<SealedEntry> page = full ? found.subList(0, PAGE) : found;
    long next = full ? page.get(PAGE - 1).entry().seq() : below;
    return new LogCut(given, page, before == Long.MAX_VALUE, next);
  }

  /** The log does not know this filter, so it is read in stretches, and not without end. */
  private boolean isOfType(SealedEntry line) {
    return type.isEmpty() || line.entry().type().key().equals(type);
  }
}
