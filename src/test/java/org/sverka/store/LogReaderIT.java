package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.NINE;
import static org.sverka.store.Samples.ROADMAP;
import static org.sverka.store.Samples.seqs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.log.Entry;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.rule.Verdict;
import org.sverka.store.Samples.Change;
import org.sverka.sync.Store;

final class LogReaderIT {
  private static final int COUNT = 1200;
  private static final List<Entry> ENTRIES =
      LongStream.rangeClosed(1, COUNT).mapToObj(LogReaderIT::entry).toList();

  @TempDir static Path temp;
  private static DataDirectory directory;
  private static Store store;
  private static LogReader log;

  @BeforeAll
  static void open() {
    directory = DataDirectory.open(temp);
    store = Stores.open("", directory);
    Samples.commitAll(store, ENTRIES);
    log = store.log(ROADMAP);
  }

  @AfterAll
  static void close() {
    store.close();
    directory.close();
  }

  /** Every filter alone and together with every other: each of the ten is on or off. */
  static Stream<LogFilter> filters() {
    return IntStream.range(0, 1 << 10).mapToObj(LogReaderIT::filter);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void anyFilter_letsPassWhatItSays(LogFilter filter) {
    List<Long> expected = ENTRIES.stream().filter(passes(filter)).map(Entry::seq).sorted().toList();

    assertThat(expected).isNotEmpty();
    assertThat(pagesForward(filter, 137)).isEqualTo(expected);
    assertThat(pagesBackward(filter, 141)).isEqualTo(reversed(expected));
  }

  @Test
  void entriesOfAPage_areWhole() {
    assertThat(log.after(600, 3, LogFilter.ALL).stream().map(each -> each.entry()))
        .isEqualTo(ENTRIES.subList(600, 603));
  }

  @Test
  void afterTheNewest_isEmpty() {
    assertThat(log.after(COUNT, 10, LogFilter.ALL)).isEmpty();
    assertThat(log.after(Long.MAX_VALUE, 10, LogFilter.ALL)).isEmpty();
  }

  @Test
  void beforeTheFirst_isEmpty() {
    assertThat(log.before(1, 10, LogFilter.ALL)).isEmpty();
    assertThat(log.before(Long.MIN_VALUE, 10, LogFilter.ALL)).isEmpty();
  }

  @Test
  void beforeTheEndOfNumbers_isTheNewest() {
    assertThat(seqs(log.before(Long.MAX_VALUE, 2, LogFilter.ALL))).containsExactly(1200L, 1199L);
  }

  @Test
  void limitOfNothing_isEmpty() {
    assertThat(log.after(0, 0, LogFilter.ALL)).isEmpty();
    assertThat(log.after(0, -1, LogFilter.ALL)).isEmpty();
  }

  @Test
  void limitBeyondTheLog_isTheWholeLog() {
    assertThat(log.after(0, Integer.MAX_VALUE, LogFilter.ALL)).hasSize(COUNT);
  }

  @Test
  void valueThatIsNowhere_isEmpty() {
    assertThat(
            log.after(
                0,
                9,
                new LogFilter("9.9", "", "", "", "", "", "", "", "", Instant.MIN, Instant.MAX)))
        .isEmpty();
    assertThat(
            log.after(
                0, 9, new LogFilter("", "", "", "", "", "", "x", "", "", Instant.MIN, Instant.MAX)))
        .isEmpty();
  }

  @Test
  void sinceIsIncluded_untilIsNot() {
    Instant first = ENTRIES.get(9).at();
    Instant last = ENTRIES.get(12).at();

    assertThat(between(first, last)).containsExactly(10L, 11L, 12L);
    assertThat(between(first.plusNanos(1), last.plusNanos(1))).containsExactly(11L, 12L, 13L);
    assertThat(between(first.plusSeconds(9), first)).isEmpty();
  }

  @Test
  void spanOutsideTheLog_isEmpty() {
    assertThat(between(Instant.MIN, NINE.minus(Duration.ofDays(400)))).isEmpty();
    assertThat(between(NINE.plus(Duration.ofDays(400)), Instant.MAX)).isEmpty();
    assertThat(between(Instant.MAX, Instant.MAX)).isEmpty();
    assertThat(between(Instant.MIN, Instant.MIN)).isEmpty();
  }

  // From 801 on the clock has been set back by a day.
  private static Entry entry(long seq) {
    Instant at = NINE.plusSeconds(60 * seq).minus(Duration.ofDays(seq > 800 ? 1 : 0));
    return new Change(seq)
        .at(at)
        .measure(seq % 3 == 0 ? "1.1" : seq % 3 == 1 ? "1.10" : "")
        .column(seq % 2 == 0 ? "status" : "evidence")
        .verdict(seq % 5 < 2 ? Verdict.REJECTED : seq % 5 == 2 ? Verdict.NONE : Verdict.ACCEPTED)
        .party(seq % 7 < 3 ? "spb" : seq % 7 == 3 ? "" : "kaliningrad")
        .rule(seq % 4 < 3 ? "status-vocabulary" : "header")
        .entry();
  }

  private static LogFilter filter(int bits) {
    return new LogFilter(
        (bits & 1) > 0 ? "1.1" : "",
        (bits & 128) > 0 ? "1" : "",
        (bits & 2) > 0 ? "status" : "",
        (bits & 256) > 0 ? "edit" : "",
        (bits & 4) > 0 ? "rejected" : "",
        (bits & 512) > 0 ? "error" : "",
        (bits & 8) > 0 ? "status-vocabulary" : "",
        (bits & 16) > 0 ? "spb" : "",
        "",
        (bits & 32) > 0 ? ENTRIES.get(99).at() : Instant.MIN,
        (bits & 64) > 0 ? ENTRIES.get(699).at() : Instant.MAX);
  }

  private static Predicate<Entry> passes(LogFilter filter) {
    return entry ->
        (filter.measure().isEmpty() || entry.measure().equals(filter.measure()))
            && (filter.column().isEmpty() || entry.column().equals(filter.column()))
            && (filter.verdict().isEmpty() || entry.verdict().key().equals(filter.verdict()))
            && (filter.section().isEmpty() || entry.section().equals(filter.section()))
            && (filter.type().isEmpty() || entry.type().key().equals(filter.type()))
            && (filter.severity().isEmpty()
                || entry.gravest().filter(s -> s.key().equals(filter.severity())).isPresent())
            && (filter.party().isEmpty() || entry.party().equals(filter.party()))
            && (filter.rule().isEmpty()
                || entry.findings().stream().anyMatch(f -> f.rule().equals(filter.rule())))
            && !entry.at().isBefore(filter.since())
            && entry.at().isBefore(filter.until());
  }

  private static List<Long> between(Instant since, Instant until) {
    return seqs(log.after(0, 800, new LogFilter("", "", "", "", "", "", "", "", "", since, until)))
        .stream()
        .filter(seq -> seq <= 800)
        .toList();
  }

  private static List<Long> pagesForward(LogFilter filter, int limit) {
    List<Long> all = new ArrayList<>();
    List<Long> page = seqs(log.after(0, limit, filter));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
      page = seqs(log.after(page.get(page.size() - 1), limit, filter));
    }
    return all;
  }

  private static List<Long> pagesBackward(LogFilter filter, int limit) {
    List<Long> all = new ArrayList<>();
    List<Long> page = seqs(log.before(Long.MAX_VALUE, limit, filter));
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(limit);
      all.addAll(page);
      page = seqs(log.before(page.get(page.size() - 1), limit, filter));
    }
    return all;
  }

  private static List<Long> reversed(List<Long> numbers) {
    List<Long> copy = new ArrayList<>(numbers);
    Collections.reverse(copy);
    return copy;
  }
}
