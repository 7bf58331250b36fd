package org.sverka.local;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.sverka.local.MetadataJson.Place;
import org.sverka.local.MetadataJson.Placed;

/** Finds developer metadata, wherever it hangs. */
final class MetadataIndex {
  private MetadataIndex() {}

  /** All of it: the workbook's own first, then tab by tab. */
  static List<Placed> all(Workbook book) {
    List<Placed> found = new ArrayList<>();
    book.metadata().forEach(item -> found.add(new Placed(item, Place.BOOK)));
    for (Tab tab : book.tabs()) {
      tab.metadata()
          .forEach(item -> found.add(new Placed(item, new Place(Place.Kind.SHEET, tab.id(), 0))));
      for (int i = 0; i < tab.rowCount(); i++) {
        placed(tab.rows().get(i).line(), Place.line(tab.id(), Dimension.ROWS, i), found::add);
      }
      for (int i = 0; i < tab.columnCount(); i++) {
        placed(tab.columns().get(i), Place.line(tab.id(), Dimension.COLUMNS, i), found::add);
      }
    }
    return found;
  }

  private static void placed(Line line, Place place, Consumer<Placed> found) {
    line.metadata().forEach(item -> found.accept(new Placed(item, place)));
  }

  static Placed byId(Workbook book, int id) {
    return all(book).stream()
        .filter(placed -> placed.metadata().id() == id)
        .findFirst()
        .orElseThrow(ApiException::notFound);
  }

  /** A {@code developerMetadataLookup}, whose conditions all must hold. */
  static List<Placed> lookup(Workbook book, Params lookup) {
    Predicate<Place> matched = MetadataLocations.matched(lookup, book);
    int id = lookup.integer("metadataId", 0);
    String key = lookup.text("metadataKey");
    String value = lookup.text("metadataValue");
    String visibility = lookup.text("visibility");
    var kind = lookup.word("locationType", Place.Kind.class);
    boolean placed = lookup.has("metadataLocation");
    if (id == 0
        && key == null
        && value == null
        && visibility == null
        && kind.isEmpty()
        && !placed) {
      throw ApiException.invalid("Developer metadata lookup must specify at least one criterion.");
    }
    return all(book).stream()
        .filter(item -> matched.test(item.place()))
        .filter(item -> id == 0 || item.metadata().id() == id)
        .filter(item -> key == null || key.equals(item.metadata().key()))
        .filter(item -> value == null || value.equals(item.metadata().value()))
        .filter(item -> visibility == null || visibility.equals(item.metadata().visibility()))
        .filter(item -> kind.isEmpty() || kind.get() == item.place().kind())
        .toList();
  }
}
