package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The API's {@code DeveloperMetadata}. */
final class MetadataJson {
  private MetadataJson() {}

  static ObjectNode write(Placed placed) {
    return write(placed.metadata(), placed.place());
  }

  private static ObjectNode write(Metadata metadata, Place place) {
    ObjectNode json = Json.object();
    json.put("metadataId", metadata.id()).put("metadataKey", metadata.key());
    if (metadata.value() != null) {
      json.put("metadataValue", metadata.value());
    }
    json.set("location", place.json());
    return json.put("visibility", metadata.visibility());
  }

  /** Metadata together with where it is now. */
  record Placed(Metadata metadata, Place place) {}

  /** Where metadata is. */
  record Place(Kind kind, int sheetId, int index) {

    /** The kinds of location, under their API names. */
    enum Kind {
      SPREADSHEET,
      SHEET,
      ROW,
      COLUMN
    }

    static final Place BOOK = new Place(Kind.SPREADSHEET, 0, 0);

    static Place line(int sheetId, Dimension dimension, int index) {
      return new Place(dimension == Dimension.ROWS ? Kind.ROW : Kind.COLUMN, sheetId, index);
    }

    Dimension dimension() {
      return kind == Kind.COLUMN ? Dimension.COLUMNS : Dimension.ROWS;
    }

    /** The cells it stands for. */
    GridRange grid() {
      GridRange whole = GridRange.whole(sheetId);
      return kind == Kind.SHEET || kind == Kind.SPREADSHEET
          ? whole
          : whole.along(dimension(), index, index + 1);
    }

    ObjectNode json() {
      ObjectNode json = Json.object().put("locationType", kind.name());
      switch (kind) {
        case SPREADSHEET -> json.put("spreadsheet", true);
        case SHEET -> json.put("sheetId", sheetId);
        case ROW, COLUMN ->
            json.set("dimensionRange", Ranges.Lines.json(sheetId, dimension(), index, index + 1));
      }
      return json;
    }
  }
}
