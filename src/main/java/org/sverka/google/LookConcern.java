package org.sverka.google;

import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateDimensionPropertiesRequest;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.JournalLayout;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;

/**
 * Frozen lines, widths, wrapping, number formats, bold headings. Given once and then left to the
 * people who work with the sheet: metadata on the tab says that it was done.
 */
record LookConcern(Layout layout, List<NewRow> rows) implements Concern {
  private static final String LOOK = "sverka.look";
  private static final String VERSION = "1";

  @Override
  public List<Request> missing(Structure structure) {
    if (structure.bears(LOOK, VERSION)) {
      return List.of();
    }
    List<Request> requests = new ArrayList<>();
    int sheetId = structure.sheetId();
    requests.add(frozen(structure));
    for (Column column : layout.columns()) {
      OptionalInt place = structure.place(column);
      if (place.isPresent()) {
        requests.add(width(sheetId, place.getAsInt(), column));
        requests.add(format(sheetId, place.getAsInt(), column));
      }
    }
    requests.add(Requests.bold(sheetId, 0, true));
    structure.headings(rows).forEach(row -> requests.add(Requests.bold(sheetId, row, true)));
    requests.add(TagConcern.tab(structure, LOOK, VERSION, new HashSet<>(structure.metadataIds())));
    return requests;
  }

  private Request frozen(Structure structure) {
    OptionalInt number = structure.place(layout.column(Layout.NUMBER));
    GridProperties frozen =
        new GridProperties().setFrozenRowCount(1).setFrozenColumnCount(number.orElse(-1) + 1);
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest()
                .setProperties(
                    new SheetProperties().setSheetId(structure.sheetId()).setGridProperties(frozen))
                .setFields("gridProperties(frozenRowCount,frozenColumnCount)"));
  }

  private static Request width(int sheetId, int place, Column column) {
    return new Request()
        .setUpdateDimensionProperties(
            new UpdateDimensionPropertiesRequest()
                .setRange(Areas.line(sheetId, Areas.COLUMNS, place))
                .setProperties(new DimensionProperties().setPixelSize(pixels(column)))
                .setFields("pixelSize"));
  }

  private static int pixels(Column column) {
    return switch (column.key()) {
      case Layout.NUMBER -> column.kind() == Column.Kind.CANONICAL ? 60 : 90;
      case Layout.TEXT, Layout.CHECK -> 360;
      case Layout.TERM, Layout.COMPLETED_ON, JournalLayout.AT, JournalLayout.TYPE -> 120;
      case Layout.STATUS,
          JournalLayout.PLACE,
          JournalLayout.VERDICT,
          JournalLayout.PARTY,
          JournalLayout.REVIEWED ->
          160;
      default -> column.key().startsWith(Layout.PROGRESS) ? 360 : 240;
    };
  }

  private static Request format(int sheetId, int place, Column column) {
    CellFormat format = new CellFormat().setWrapStrategy("WRAP").setVerticalAlignment("TOP");
    String fields = "wrapStrategy,verticalAlignment";
    if (column.key().equals(Layout.NUMBER) && column.kind() == Column.Kind.CANONICAL) {
      // Or 1.10, typed by hand, would become 1.1 or the first of October.
      format.setNumberFormat(new NumberFormat().setType("TEXT"));
      fields += ",numberFormat";
    } else if (column.type() instanceof ColumnType.Date) {
      format.setNumberFormat(new NumberFormat().setType("DATE").setPattern("dd.mm.yyyy"));
      fields += ",numberFormat";
    }
    return Requests.format(
        Areas.column(sheetId, place), format, "userEnteredFormat(" + fields + ")");
  }
}
