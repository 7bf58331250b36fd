package org.sverka.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** All that lies over a tab. */
record Overlays(
    List<NamedRange> names,
    @Nullable Overlay filter,
    List<Overlay> filterViews,
    List<Overlay> bandings) {

  static final Overlays NONE = new Overlays(List.of(), null, List.of(), List.of());

  Overlays {
    names = List.copyOf(names);
    filterViews = List.copyOf(filterViews);
    bandings = List.copyOf(bandings);
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  Overlays withNames(List<NamedRange> value) {
    return new Overlays(value, filter, filterViews, bandings);
  }

  Overlays withFilter(@Nullable Overlay value) {
    return new Overlays(names, value, filterViews, bandings);
  }

  /** One of the two lists of overlays that have ids. */
  List<Overlay> list(Kind kind) {
    return kind == Kind.FILTER_VIEW ? filterViews : bandings;
  }

  Overlays with(Kind kind, List<Overlay> value) {
    return kind == Kind.FILTER_VIEW
        ? new Overlays(names, filter, value, bandings)
        : new Overlays(names, filter, filterViews, value);
  }

  /** Every range that anything lies over. */
  List<GridRange> ranges() {
    List<GridRange> ranges = new ArrayList<>();
    names.forEach(name -> ranges.add(name.range()));
    if (filter != null) {
      ranges.add(filter.range());
    }
    filterViews.forEach(view -> ranges.add(view.range()));
    bandings.forEach(banding -> ranges.add(banding.range()));
    return ranges;
  }

  /** Says 501 where a named range would lose all of its cells. */
  Overlays shifted(Shift shift) {
    return new Overlays(
        each(names, Overlays::follow, shift),
        filter == null ? null : filter.shifted(shift).orElse(null),
        each(filterViews, Overlay::shifted, shift),
        each(bandings, Overlay::shifted, shift));
  }

  private static <T> List<T> each(
      List<T> items, BiFunction<T, Shift, Optional<T>> follow, Shift shift) {
    return items.stream().flatMap(item -> follow.apply(item, shift).stream()).toList();
  }

  private static Optional<NamedRange> follow(NamedRange name, Shift shift) {
    GridRange range =
        shift
            .apply(name.range())
            .orElseThrow(
                () ->
                    ApiException.unsupported(
                        "deleting all cells of the named range " + name.name()));
    return Optional.of(new NamedRange(name.id(), name.name(), range));
  }

  /** The overlays that have ids. */
  enum Kind {
    FILTER_VIEW,
    BANDING
  }
}
