package org.sverka.local;

import java.util.Optional;
import java.util.function.Predicate;
import org.sverka.local.MetadataJson.Place;

/**
 * The location in a lookup of developer metadata, which must be met exactly or only be crossed.
 *
 * @see <a
 *     href="https://developers.google.com/workspace/sheets/api/reference/rest/v4/DataFilter#developermetadatalookup">
 *     DeveloperMetadataLookup</a>
 */
final class MetadataLocations {
  private MetadataLocations() {}

  /** The strategies, under their API names. */
  enum Strategy {
    EXACT_LOCATION,
    INTERSECTING_LOCATION
  }

  /** Which places the lookup means; all where it names none. */
  static Predicate<Place> matched(Params lookup, Workbook book) {
    Optional<Params> location = lookup.child("metadataLocation");
    Optional<Strategy> strategy = lookup.word("locationMatchingStrategy", Strategy.class);
    if (location.isEmpty()) {
      if (strategy.isPresent()) {
        throw ApiException.invalid(
            "metadataLocation must be specified when locationMatchingStrategy is specified.");
      }
      return place -> true;
    }
    Place wanted = MetadataRequests.place(location.get(), book);
    boolean exact = strategy.filter(Strategy.EXACT_LOCATION::equals).isPresent();
    if (exact && lookup.has("locationType")) {
      throw ApiException.invalid(
          "locationType may not be specified when locationMatchingStrategy is EXACT_LOCATION.");
    }
    return exact ? wanted::equals : place -> crosses(place, wanted);
  }

  /** Metadata of the spreadsheet crosses no other. */
  private static boolean crosses(Place one, Place two) {
    boolean whole = one.kind() == Place.Kind.SPREADSHEET || two.kind() == Place.Kind.SPREADSHEET;
    return whole ? one.equals(two) : one.grid().intersects(two.grid());
  }
}
