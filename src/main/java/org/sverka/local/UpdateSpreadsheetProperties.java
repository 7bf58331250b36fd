package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Title, locale, time zone. */
final class UpdateSpreadsheetProperties implements RequestHandler {
  private static final List<String> KNOWN = List.of("title", "locale", "timeZone", "autoRecalc");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Params given = request.need("properties");
    Masks.requireOnly(mask, KNOWN);
    WorkbookProperties before = book.properties();
    String title = given.text("title", "");
    String locale = given.text("locale", WorkbookProperties.DEFAULT_LOCALE);
    String zone = given.text("timeZone", WorkbookProperties.DEFAULT_ZONE);
    String recalc = given.text("autoRecalc", WorkbookProperties.DEFAULT_RECALC);
    WorkbookProperties after =
        new WorkbookProperties(
            mask.has("title") ? title : before.title(),
            mask.has("locale") ? SheetLocale.named(locale).tag() : before.locale(),
            mask.has("timeZone") ? zone(zone) : before.timeZone(),
            mask.has("autoRecalc") ? recalc : before.autoRecalc());
    if (after.title().isBlank()) {
      throw ApiException.invalid("The title of a spreadsheet may not be empty.");
    }
    if (!after.locale().equals(before.locale())) {
      requireShown(book.view(), SheetLocale.named(after.locale()));
    }
    book.setProperties(after);
    return RequestHandler.nothing();
  }

  /**
   * Refuses another locale where a cell could not be shown in it. How a date is shown after the
   * locale has changed under it, no source says.
   */
  private static void requireShown(Workbook book, SheetLocale next) {
    ValueFormatter formatter = new ValueFormatter(next);
    for (Tab tab : book.tabs()) {
      for (Row row : tab.rows()) {
        for (Cell cell : row.cells()) {
          NumberFormat format = NumberFormat.of(cell.format(), next);
          if (format.type().isTime()) {
            throw ApiException.unsupported("another locale for a spreadsheet with dates or times");
          }
          formatter.require(format);
        }
      }
    }
  }

  /** A time zone that exists. */
  static String zone(String name) {
    try {
      return ZoneId.of(name).getId();
    } catch (DateTimeException e) {
      throw ApiException.invalid("Invalid time zone: " + name);
    }
  }
}
