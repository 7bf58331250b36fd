package org.sverka.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.rule.Verdict;

/**
 * What one side, or somebody whose side is not known, did to one measure at one sitting; any other
 * entry is one by itself.
 *
 * @param lines its entries, newest first; at least one
 */
public record Episode(List<SealedEntry> lines) {
  /** After so long without an edit the next one is of another sitting. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  public Episode {
    lines = List.copyOf(lines);
  }

  /**
   * What became of one cell in the end.
   *
   * @param first the first edit of it
   * @param last the last one
   * @param published the last one that reached the site, where the last of all was refused
   */
  public record Net(Entry first, Entry last, Optional<Entry> published) {
    private static Net of(Entry entry) {
      return new Net(entry, entry, Optional.of(entry).filter(Entry::published));
    }

    private Net then(Net later) {
      return new Net(first, later.last, later.published.or(() -> published));
    }

    /** What was published is told where it is not what the last edit says. */
    private Net told() {
      return last.published() || last.verdict() != Verdict.REJECTED
          ? new Net(first, last, Optional.empty())
          : this;
    }

    /** Whether in the end there stood what had stood there. */
    public boolean isUndone() {
      return first.before().equals(last.after());
    }
  }

  /**
   * Folds a stretch of the log. Edits whose side is not known go with each other only: that a side
   * was at the measure at the time does not make them its own.
   *
   * @param newestFirst entries, newest first
   * @return each entry in one episode; episodes by their newest entry, newest first
   */
  public static List<Episode> fold(List<SealedEntry> newestFirst) {
    List<Sitting> sittings = new ArrayList<>();
    Map<String, List<Sitting>> open = new LinkedHashMap<>();
    for (SealedEntry line : newestFirst) {
      List<Sitting> here =
          open.computeIfAbsent(line.entry().measure(), measure -> new ArrayList<>());
      Sitting sitting = null;
      for (Sitting each : here) {
        sitting = sitting == null && each.takes(line) ? each : sitting;
      }
      if (sitting == null) {
        sitting = new Sitting();
        sittings.add(sitting);
        here.add(0, sitting);
      }
      sitting.add(line);
    }
    return sittings.stream().map(sitting -> new Episode(sitting.lines)).toList();
  }

  /** An episode in the making, which grows into the past. */
  private static final class Sitting {
    private final List<SealedEntry> lines = new ArrayList<>();

    boolean takes(SealedEntry line) {
      Entry entry = line.entry();
      SealedEntry last = lines.get(lines.size() - 1);
      Entry oldest = last.entry();
      Duration pause = Duration.between(entry.at(), oldest.at()).abs();
      return entry.type() == EntryType.EDIT
          && oldest.type() == EntryType.EDIT
          && !entry.measure().isEmpty()
          && !line.isErased()
          && !last.isErased()
          && pause.compareTo(PAUSE) <= 0
          && entry.party().equals(oldest.party());
    }

    void add(SealedEntry line) {
      lines.add(line);
    }
  }

  /** The newest entry. */
  public SealedEntry newest() {
    return lines.get(0);
  }

  /** The oldest entry. */
  public SealedEntry oldest() {
    return lines.get(lines.size() - 1);
  }

  /** Key of the side; empty if it is not known. */
  public String party() {
    return newest().entry().party();
  }

  /** What became of each cell, in the order in which they were first touched. */
  public List<Net> net() {
    Map<String, Net> cells = new LinkedHashMap<>();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Entry entry = lines.get(i).entry();
      cells.merge(entry.column(), Net.of(entry), Net::then);
    }
    return cells.values().stream().map(Net::told).toList();
  }
}
