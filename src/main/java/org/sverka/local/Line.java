package org.sverka.local;

import java.util.List;

/**
 * What belongs to a row or column as a whole and goes where it goes.
 *
 * @param size its height or width in pixels; 0 where it is the default
 * @param hidden whether a person hid it
 * @param metadata developer metadata on it
 * @param grouping which groups it is in
 */
record Line(int size, boolean hidden, List<Metadata> metadata, Grouping grouping) {

  static final Line PLAIN = sized(0);
  static final int ROW_PIXELS = 21;
  static final int COLUMN_PIXELS = 100;

  Line {
    metadata = List.copyOf(metadata);
  }

  static Line sized(int pixels) {
    return new Line(pixels, false, List.of(), Grouping.NONE);
  }

  Line withSize(int pixels) {
    return new Line(pixels, hidden, metadata, grouping);
  }

  Line withHidden(boolean value) {
    return new Line(size, value, metadata, grouping);
  }

  Line withMetadata(List<Metadata> value) {
    return new Line(size, hidden, value, grouping);
  }

  Line withGrouping(Grouping value) {
    return new Line(size, hidden, metadata, value);
  }
}
