package org.sverka.store;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.sverka.sync.WrittenTexts;

/**
 * Looks through a whole log for texts, line by line: spaces and lines may differ, so that no index
 * helps.
 */
record TextSearch(Handle handle, String roadmap) {
  private static final int MOST = 100;
  private static final long NONE = 0;

  /**
   * Entries that have one of the texts.
   *
   * @param entries numbers of the first ones
   * @param more whether there are others after these
   */
  record Found(List<Long> entries, boolean more) {
    Found {
      entries = List.copyOf(entries);
    }
  }

  /** The entries that have one of the texts: before, after, or in what a rule said. */
  Found entries(WrittenTexts texts) {
    TreeSet<Long> found = new TreeSet<>();
    collect(
        found,
        "SELECT seq, measure, column_key, text_before, text_after FROM entry"
            + " WHERE roadmap = :roadmap ORDER BY seq",
        (row, context) ->
            has(
                    texts,
                    row.getString("measure"),
                    row.getString("column_key"),
                    row.getString("text_before"),
                    row.getString("text_after"))
                ? row.getLong("seq")
                : NONE);
    collect(
        found,
        "SELECT seq, message FROM entry_finding WHERE roadmap = :roadmap ORDER BY seq",
        (row, context) -> texts.isIn(row.getString("message")) ? row.getLong("seq") : NONE);
    return new Found(found.stream().limit(MOST).toList(), found.size() > MOST);
  }

  private static boolean has(
      WrittenTexts texts, String measure, String column, String before, String after) {
    return Stream.of(before, after)
        .anyMatch(text -> texts.isIn(text) || texts.isOne(measure, column, text));
  }

  /** One more than are named tells that there are more. */
  private void collect(TreeSet<Long> found, String sql, RowMapper<Long> mapper) {
    try (Stream<Long> seqs =
        handle.createQuery(sql).bind("roadmap", roadmap).map(mapper).stream()) {
      seqs.filter(seq -> seq != NONE).distinct().limit(MOST + 1L).forEach(found::add);
    }
  }
}
