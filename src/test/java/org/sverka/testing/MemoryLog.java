package org.sverka.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.LogFilter;
import org.sverka.log.LogReader;
import org.sverka.log.SealedEntry;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

/** A change log in memory, properly chained; counts how often it is read. */
public final class MemoryLog implements LogReader {
  private final List<SealedEntry> entries = new ArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();

  synchronized void append(Entry entry) {
    String head = entries.isEmpty() ? Chain.ORIGIN : entries.get(entries.size() - 1).hash();
    String salt = "%032x".formatted(entry.seq());
    entries.addAll(Chain.seal(head, List.of(entry), () -> salt));
  }

  /** Adds entries that have been sealed. */
  public synchronized void add(List<SealedEntry> sealed) {
    entries.addAll(sealed);
  }

  /** All of it, oldest first. */
  public synchronized List<SealedEntry> entries() {
    return List.copyOf(entries);
  }

  synchronized void erase(long seq) {
    entries.set((int) seq - 1, entries.get((int) seq - 1).erased());
  }

  /** How often it was asked for entries. */
  public int reads() {
    return reads.get();
  }

  @Override
  public synchronized List<SealedEntry> after(long after, int limit, LogFilter filter) {
    reads.incrementAndGet();
    return entries.stream()
        .filter(line -> line.entry().seq() > after && passes(line.entry(), filter))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<SealedEntry> before(long before, int limit, LogFilter filter) {
    reads.incrementAndGet();
    List<SealedEntry> newestFirst = new ArrayList<>(entries);
    java.util.Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(line -> line.entry().seq() < before && passes(line.entry(), filter))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<SealedEntry> entry(long seq) {
    return entries.stream().filter(line -> line.entry().seq() == seq).findFirst();
  }

  @Override
  public synchronized List<SealedEntry> reviews(Collection<Long> seqs) {
    return entries.stream().filter(line -> seqs.contains(line.entry().about())).toList();
  }

  /** As far as the tests of pages go: whatever was refused and not reviewed. */
  private boolean waits(Entry entry) {
    return entry.verdict() == Verdict.REJECTED
        && entries.stream().noneMatch(line -> line.entry().about() == entry.seq());
  }

  private boolean passes(Entry entry, LogFilter filter) {
    return same(filter.measure(), entry.measure())
        && same(filter.section(), entry.section())
        && same(filter.column(), entry.column())
        && same(filter.type(), entry.type().key())
        && (filter.review().isEmpty() || waits(entry))
        && same(filter.severity(), entry.gravest().map(Severity::key).orElse(""))
        && same(filter.verdict(), entry.verdict().key())
        && same(filter.party(), entry.party())
        && (filter.rule().isEmpty()
            || entry.findings().stream().anyMatch(f -> f.rule().equals(filter.rule())))
        && within(entry.at(), filter);
  }

  private static boolean same(String wanted, String there) {
    return wanted.isEmpty() || wanted.equals(there);
  }

  private static boolean within(Instant at, LogFilter filter) {
    return !at.isBefore(filter.since()) && at.isBefore(filter.until());
  }
}
