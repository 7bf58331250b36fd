package org.sverka.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sverka.local.MetadataJson.Place;
import org.sverka.local.MetadataJson.Placed;

/** What the requests about developer metadata share. */
final class MetadataRequests {
  private static final Set<String> VISIBILITIES = Set.of("DOCUMENT", "PROJECT");

  private MetadataRequests() {}

  /** Reads a location: the spreadsheet, a tab, or exactly one row or column. */
  static Place place(Params location, WorkbookDraft book) {
    return place(location, lines -> lines.endOn(book.grid(lines.sheetId())), book::requireTab);
  }

  static Place place(Params location, Workbook book) {
    return place(location, lines -> lines.endOn(book.grid(lines.sheetId())), book::requireTab);
  }

  /**
   * Reads a location.
   *
   * @param end where lines end on their tab; says 400 where they do not lie on it
   * @param requireTab says 400 where there is no such tab
   */
  private static Place place(
      Params location, ToIntFunction<Ranges.Lines> end, IntConsumer requireTab) {
    location.ignore("locationType");
    if (location.flag("spreadsheet")) {
      return Place.BOOK;
    }
    Optional<Params> range = location.child("dimensionRange");
    if (range.isEmpty()) {
      if (!location.has("sheetId")) {
        throw ApiException.invalid("Must specify a location.");
      }
      int sheetId = location.integer("sheetId", 0);
      requireTab.accept(sheetId);
      return new Place(Place.Kind.SHEET, sheetId, 0);
    }
    Ranges.Lines lines = Ranges.Lines.read(range.get());
    if (end.applyAsInt(lines) - lines.start() != 1) {
      throw ApiException.invalid(
          "Developer metadata may only be associated with a single row or column.");
    }
    return Place.line(lines.sheetId(), lines.dimension(), lines.start());
  }

  static String visibility(@Nullable String given) {
    if (given == null || !VISIBILITIES.contains(given)) {
      throw ApiException.invalid("Developer metadata must specify a visibility.");
    }
    return given;
  }

  static void add(Placed placed, WorkbookDraft book) {
    change(placed.place(), book, list -> with(list, placed.metadata()));
  }

  static void remove(Placed placed, WorkbookDraft book) {
    change(
        placed.place(),
        book,
        list -> list.stream().filter(item -> item.id() != placed.metadata().id()).toList());
  }

  private static List<Metadata> with(List<Metadata> list, Metadata item) {
    List<Metadata> next = new ArrayList<>(list);
    next.add(item);
    return next;
  }

  private static void change(
      Place place, WorkbookDraft book, UnaryOperator<List<Metadata>> change) {
    switch (place.kind()) {
      case SPREADSHEET -> replace(book.metadata(), change);
      case SHEET -> replace(book.sheet(place.sheetId()).metadata(), change);
      case ROW, COLUMN ->
          book.sheet(place.sheetId())
              .changeLine(
                  place.dimension(),
                  place.index(),
                  line -> line.withMetadata(change.apply(line.metadata())));
    }
  }

  private static void replace(List<Metadata> list, UnaryOperator<List<Metadata>> change) {
    List<Metadata> next = List.copyOf(change.apply(List.copyOf(list)));
    list.clear();
    list.addAll(next);
  }

  /** What one data filter finds. */
  static List<Placed> find(Params filter, WorkbookDraft book) {
    return find(filter, book.view());
  }

  static List<Placed> find(Params filter, Workbook book) {
    Params lookup =
        filter
            .child("developerMetadataLookup")
            .orElseThrow(
                () ->
                    ApiException.unsupported(
                        "a data filter for metadata without developerMetadataLookup"));
    return MetadataIndex.lookup(book, lookup);
  }
}
