package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import java.util.ArrayList;
import java.util.List;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;

/** The tab itself, with its header and its first content. A tab that stands is left alone. */
record TabConcern(Layout layout, List<NewRow> rows, int index) implements Concern {
  private static final int SPARE_ROWS = 10;

  @Override
  public List<Request> missing(Structure structure) {
    return switch (structure.origin()) {
      case ABSENT -> List.of(added(structure), content(structure));
      case BLANK -> List.of(takenOver(structure), content(structure));
      case STANDING -> List.of();
    };
  }

  private Request added(Structure structure) {
    return new Request()
        .setAddSheet(new AddSheetRequest().setProperties(properties(structure).setIndex(index)));
  }

  private Request takenOver(Structure structure) {
    return new Request()
        .setUpdateSheetProperties(
            new UpdateSheetPropertiesRequest()
                .setProperties(properties(structure))
                .setFields("title,gridProperties(rowCount,columnCount)"));
  }

  /** Empty cells count against the spreadsheet's limit and are read each time: only a few spare. */
  private SheetProperties properties(Structure structure) {
    GridProperties size =
        new GridProperties()
            .setRowCount(1 + rows.size() + SPARE_ROWS)
            .setColumnCount(layout.columns().size());
    return new SheetProperties()
        .setSheetId(structure.sheetId())
        .setTitle(structure.isAbsent() ? structure.grid().title() : layout.tab())
        .setGridProperties(size);
  }

  private Request content(Structure structure) {
    List<List<CellData>> cells = new ArrayList<>();
    cells.add(layout.columns().stream().map(column -> Requests.text(column.header())).toList());
    rows.forEach(row -> cells.add(row.cells().stream().map(Requests::cell).toList()));
    return Requests.cells(structure.sheetId(), 0, 0, cells);
  }
}
