package org.sverka.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What inserting, deleting and moving lines does to ranges that were given by index. */
sealed interface Shift {

  Dimension dimension();

  /** Where a line that stood here stands now; where it was deleted, where it would have stood. */
  int place(int index);

  /** The range afterwards, or nothing if all of it is gone. */
  default Optional<GridRange> apply(GridRange range) {
    int start = range.start(dimension());
    int end = range.end(dimension());
    int newStart = start == GridRange.OPEN ? start : place(start);
    int newEnd = end == GridRange.OPEN ? end : place(end - 1) + 1;
    return Optional.of(range.along(dimension(), newStart, newEnd));
  }

  default List<GridRange> all(List<GridRange> ranges) {
    List<GridRange> kept = new ArrayList<>();
    ranges.forEach(range -> apply(range).ifPresent(kept::add));
    return kept;
  }

  default void applyTo(List<GridRange> ranges) {
    List<GridRange> kept = all(ranges);
    ranges.clear();
    ranges.addAll(kept);
  }

  /** Lines put in before {@code at}. */
  record Insert(Dimension dimension, int at, int count) implements Shift {
    @Override
    public int place(int index) {
      return index >= at ? index + count : index;
    }
  }

  /** Lines taken out. */
  record Delete(Dimension dimension, int from, int to) implements Shift {
    @Override
    public int place(int index) {
      return index >= to ? index - (to - from) : Math.min(index, from);
    }

    @Override
    public Optional<GridRange> apply(GridRange range) {
      int start = range.start(dimension);
      int end = range.end(dimension);
      int newStart = start == GridRange.OPEN ? start : place(start);
      int newEnd = end == GridRange.OPEN ? end : place(end);
      boolean gone = end != GridRange.OPEN && newEnd <= Math.max(newStart, 0);
      return gone ? Optional.empty() : Optional.of(range.along(dimension, newStart, newEnd));
    }
  }

  /** Lines carried to {@code target}, an index after they were taken out. */
  record Move(Dimension dimension, int from, int to, int target, int count) implements Shift {
    @Override
    public int place(int index) {
      int length = to - from;
      if (index >= from && index < to) {
        return target + index - from;
      }
      int without = index >= to ? index - length : index;
      return without >= target ? without + length : without;
    }

    /** A range whose lines stay together goes with them; what would tear one apart is declined. */
    @Override
    public Optional<GridRange> apply(GridRange range) {
      int start = range.start(dimension);
      int end = range.end(dimension);
      int first = Math.max(start, 0);
      int last = (end == GridRange.OPEN ? Math.max(count, first + 1) : end) - 1;
      int low = Integer.MAX_VALUE;
      int high = -1;
      for (int index = first; index <= last; index++) {
        low = Math.min(low, place(index));
        high = Math.max(high, place(index));
      }
      if (high - low != last - first) {
        throw ApiException.unsupported(
            "a move that tears a protected, merged or formatted range apart");
      }
      return Optional.of(
          range.along(
              dimension,
              start == GridRange.OPEN ? start : low,
              end == GridRange.OPEN ? end : high + 1));
    }
  }
}
