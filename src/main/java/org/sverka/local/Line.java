package org.sverka.local;

import java.util.List;

/**
 * What belongs to a row or column as a whole and goes where it goes.
 *
 * @param size its height or width in pixels; 0 where it is the default
 * @param hidden whether a person hid it
 * @param metadata developer metadata on it
 */
record Line(int size, boolean hidden, List<Metadata> metadata) {

  static final Line PLAIN = new Line(0, false, List.of());
  static final int ROW_PIXELS = 21;
  static final int COLUMN_PIXELS = 100;

  Line {
    metadata = List.copyOf(metadata);
  }

  Line withSize(int pixels) {
    return new Line(pixels, hidden, metadata);
  }

  Line withHidden(boolean value) {
    return new Line(size, value, metadata);
  }

  Line withMetadata(List<Metadata> value) {
    return new Line(size, hidden, value);
  }
}
