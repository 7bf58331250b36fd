package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Takes white space from both ends of texts, and leaves one space of any inside. What results stays
 * a text.
 */
final class TrimWhitespace implements RequestHandler {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern OTHER =
      Pattern.compile("[\\p{Z}\\u200b\\ufeff&&[^ ]]", Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    GridRange range = Ranges.grid(request.need("range"), book);
    TabDraft tab = book.grid(range.sheetId());
    GridRange part = Ranges.onGrid(tab, range);
    int changed = 0;
    for (int r = part.startRow(); r < part.endRow(); r++) {
      int end = Math.min(part.endColumn(), tab.row(r).cells().size());
      for (int c = part.startColumn(); c < end; c++) {
        Cell cell = tab.cell(r, c);
        if (cell.entered() instanceof CellValue.Text text) {
          String trimmed = trimmed(text.value());
          if (!trimmed.equals(text.value())) {
            tab.put(r, c, cell.withEntered(trimmed.isEmpty() ? null : new CellValue.Text(trimmed)));
            changed++;
          }
        }
      }
    }
    ObjectNode reply = Json.object();
    ObjectNode own = reply.putObject("trimWhitespace");
    if (changed > 0) {
      own.put("cellsChangedCount", changed);
    }
    return reply;
  }

  private static String trimmed(String text) {
    if (OTHER.matcher(text).find()) {
      throw ApiException.unsupported("trimming white space other than ASCII");
    }
    return SPACES.matcher(text).replaceAll(" ").strip();
  }
}
