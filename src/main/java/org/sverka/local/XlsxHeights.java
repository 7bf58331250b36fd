package org.sverka.local;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How high a row with wrapped text has to be. Not every office program works it out when it opens a
 * file: LibreOffice lets the lines of one row run into the next. An estimate, on the generous side.
 */
final class XlsxHeights {
  // Arial 10: an average letter of Russian text, what a line takes, and what a row adds to it.
  private static final double LETTER = 6.8;
  private static final double BOLD_LETTER = 7.5;
  private static final double LINE = 17;
  private static final double MARGIN = 4;

  private final List<Line> columns;

  XlsxHeights(List<Line> columns) {
    this.columns = columns;
  }

  /** The height in pixels; nothing where one line does. */
  OptionalDouble of(Row row) {
    long lines = 1;
    for (int column = 0; column < row.cells().size(); column++) {
      Cell cell = row.cell(column);
      Line line = columns.get(column);
      if (!line.hidden()
          && cell.entered() instanceof CellValue.Text text
          && cell.format() != null
          && cell.format().path("wrapStrategy").asText().equals("WRAP")) {
        boolean bold = cell.format().at("/textFormat/bold").asBoolean();
        double width = line.size() > 0 ? line.size() : Line.COLUMN_PIXELS;
        double letters = Math.max(1, (width - MARGIN) / (bold ? BOLD_LETTER : LETTER));
        lines = Math.max(lines, lines(text.value(), letters));
      }
    }
    return lines > 1 ? OptionalDouble.of(lines * LINE + MARGIN) : OptionalDouble.empty();
  }

  private static long lines(String text, double letters) {
    return text.lines().mapToLong(line -> wrapped(line, letters)).sum();
  }

  /** How many lines a paragraph takes if words are not torn, unless they are longer than a line. */
  private static long wrapped(String paragraph, double letters) {
    long lines = 1;
    double used = 0;
    for (String word : paragraph.split(" ", -1)) {
      if (used > 0 && used + word.length() > letters) {
        lines++;
        used = 0;
      }
      lines += (long) (word.length() / letters);
      used += word.length() % letters + 1;
    }
    return lines;
  }
}
