package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.log.LogFilter;

/** Whether a page of the log is found by a walk along an index, in the order of the log. */
final class LogQueryIT {
  @TempDir static Path temp;
  private static SqliteDatabase database;

  @BeforeAll
  static void open() {
    database = SqliteDatabase.open(temp.resolve("sverka.db"));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static Stream<LogFilter> filters() {
    return LogReaderIT.filters();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void anyFilter_isAWalkAlongAnIndex(LogFilter filter) {
    for (LogPage page : List.of(LogPage.oldestFirst(1, 100), LogPage.newestFirst(900, 100))) {
      assertThat(plan(page, filter))
          .allMatch(step -> step.startsWith("SEARCH "), "searches an index")
          .noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  @Test
  void severalFilters_walkTheMostTelling() {
    assertThat(index("1.1", "status", "rejected", "header", "spb")).contains("entry_rule_1");
    assertThat(index("1.1", "status", "rejected", "", "spb")).contains("entry_by_measure");
    assertThat(index("", "status", "rejected", "", "spb")).contains("entry_by_column");
    assertThat(index("", "", "rejected", "", "spb")).contains("entry_by_verdict");
    assertThat(index("", "", "", "", "spb")).contains("entry_by_party");
    assertThat(index("", "", "", "", "")).contains("autoindex_entry_1");
    assertThat(index(filter("7", "edit", "error"))).contains("entry_by_section");
    assertThat(index(filter("", "edit", "error"))).contains("entry_by_type");
    assertThat(index(filter("", "", "error"))).contains("entry_by_severity");
  }

  private static String index(
      String measure, String column, String verdict, String rule, String party) {
    Instant since = Instant.EPOCH;
    LogFilter filter =
        new LogFilter(measure, "", column, "", verdict, "", rule, party, "", since, Instant.MAX);
    return index(filter);
  }

  @Test
  void whatWaits_isSoughtAmongThoseThatWait() {
    LogFilter filter = LogFilter.ALL.waiting();

    assertThat(plan(LogPage.newestFirst(900, 100), filter))
        .anyMatch(step -> step.contains("entry_waiting"))
        .noneMatch(step -> step.contains("seq>? AND seq<?"));
  }

  private static LogFilter filter(String section, String type, String severity) {
    return new LogFilter(
        "", section, "", type, "", severity, "", "spb", "", Instant.EPOCH, Instant.MAX);
  }

  private static String index(LogFilter filter) {
    List<String> plan = plan(LogPage.oldestFirst(1, 100), filter);
    assertThat(plan).singleElement().asString().contains("seq>? AND seq<?");
    return plan.get(0);
  }

  private static List<String> plan(LogPage page, LogFilter filter) {
    LogQuery query = new LogQuery("r", page, filter, TimeSpan.of(filter));
    return database.read(
        handle ->
            query
                .bound(handle.createQuery("EXPLAIN QUERY PLAN " + query.sql()))
                .map((row, context) -> row.getString("detail"))
                .list());
  }
}
