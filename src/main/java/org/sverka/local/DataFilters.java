package org.sverka.local;

import java.util.List;
import java.util.Optional;
import org.sverka.local.MetadataJson.Placed;

/** What a data filter selects. */
final class DataFilters {
  private DataFilters() {}

  /** The ranges on the grid that the filter means; several where metadata is in several places. */
  static List<GridRange> ranges(Params filter, Workbook book) {
    Optional<String> a1 = Optional.ofNullable(filter.text("a1Range"));
    Optional<GridRange> grid = filter.child("gridRange").map(Ranges::read);
    Optional<Params> lookup = filter.child("developerMetadataLookup");
    if (a1.isPresent()) {
      return List.of(A1.find(book, a1.get()).onGrid());
    }
    if (grid.isPresent()) {
      Tab tab = book.grid(grid.get().sheetId());
      return List.of(new A1.Area(tab, grid.get(), false).onGrid());
    }
    return lookup
        .map(l -> MetadataIndex.lookup(book, l))
        .orElseThrow(() -> ApiException.invalid("Must specify at least one data filter."))
        .stream()
        .map(Placed::place)
        .map(MetadataJson.Place::grid)
        .toList();
  }
}
