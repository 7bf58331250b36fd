package org.sverka.local;

/**
 * What a person wants to be called on the page; empty for whoever has not said. It is foreign text:
 * made of visible letters in one line, and short.
 */
record GuestName(String text) {
  private static final int LONGEST = 40;

  /** Makes a name of whatever was sent. */
  static GuestName of(String given) {
    StringBuilder name = new StringBuilder();
    given
        .codePoints()
        .limit(1000)
        .map(point -> Character.isWhitespace(point) ? ' ' : point)
        .filter(GuestName::isVisible)
        .forEach(name::appendCodePoint);
    String line = name.toString().replaceAll("\\p{Z}+", " ").strip();
    int end = line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length())));
    return new GuestName(line.substring(0, end).strip());
  }

  /** Neither a control character nor one that turns the direction or hides what follows. */
  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
