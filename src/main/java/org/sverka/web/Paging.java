package org.sverka.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sverka.feed.ChangesQuery;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;

/**
 * Reads pages of the log.
 *
 * @param publicUrl how the world reaches us, without a slash at its end
 */
record Paging(String publicUrl) {
  /**
   * A page.
   *
   * @param next the number to go on after; 0 on the last page
   * @param following address of the next page; empty on the last
   */
  record Page(List<SealedEntry> entries, long next, String following) {}

  /**
   * Blocking.
   *
   * @param path of the address that was asked for
   */
  Page read(LogReader log, ChangesQuery query, String path) {
    List<SealedEntry> found = log.after(query.after(), query.limit() + 1, query.filter());
    if (found.size() <= query.limit()) {
      return new Page(found, 0, "");
    }
    List<SealedEntry> page = found.subList(0, query.limit());
    long next = page.get(page.size() - 1).entry().seq();
    return new Page(page, next, url(path, next, query));
  }

  private String url(String path, long after, ChangesQuery query) {
    Map<String, String> parameters = new HashMap<>(query.given());
    parameters.put("after", Long.toString(after));
    return publicUrl + path + Query.write(parameters, ChangesQuery.NAMES);
  }
}
