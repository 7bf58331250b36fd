package org.sverka.google;

import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.ColumnType.Choice;
import org.sverka.sheet.ColumnType.Option;
import org.sverka.sheet.Layout;

/** Drop-downs for choices and the calendar for dates, in the rows of measures and sections. */
record ChoiceConcern(Layout layout) implements Concern {
  @Override
  public List<Request> missing(Structure structure) {
    List<Request> requests = new ArrayList<>();
    for (Column column : layout.columns()) {
      OptionalInt place = structure.place(column);
      if (place.isPresent() && !stands(structure, column, place.getAsInt())) {
        requests.addAll(request(structure.sheetId(), column, place.getAsInt()));
      }
    }
    return requests;
  }

  /** Only rows that we know are looked at: what is under them is not sent if it is empty. */
  private static boolean stands(Structure structure, Column column, int place) {
    if (structure.isNew()) {
      return false;
    }
    List<String> wanted = values(column);
    return structure
        .taggedRows()
        .mapToObj(row -> structure.grid().cells(row))
        .allMatch(cells -> place < cells.size() && has(cells.get(place), column, wanted));
  }

  private static boolean has(CellData cell, Column column, List<String> wanted) {
    if (cell.getDataValidation() == null || cell.getDataValidation().getCondition() == null) {
      return type(column).isEmpty();
    }
    BooleanCondition condition = cell.getDataValidation().getCondition();
    List<String> values =
        Absent.list(condition.getValues()).stream()
            .map(value -> Absent.text(value.getUserEnteredValue()))
            .toList();
    return type(column).isEmpty()
        || (type(column).equals(condition.getType()) && values.equals(wanted));
  }

  private static List<Request> request(int sheetId, Column column, int place) {
    String type = type(column);
    if (type.isEmpty()) {
      return List.of();
    }
    BooleanCondition condition = new BooleanCondition().setType(type);
    List<String> values = values(column);
    String help = Words.sheet("date");
    if (!values.isEmpty()) {
      condition.setValues(
          values.stream().map(value -> new ConditionValue().setUserEnteredValue(value)).toList());
      help = Words.sheet("choose", String.join(", ", values));
    }
    return List.of(Requests.validation(Areas.body(sheetId, place), condition, help));
  }

  private static String type(Column column) {
    if (column.type() instanceof Choice) {
      return "ONE_OF_LIST";
    }
    return column.type() instanceof ColumnType.Date ? "DATE_IS_VALID" : "";
  }

  private static List<String> values(Column column) {
    return column.type() instanceof Choice choice
        ? choice.options().stream().map(Option::label).toList()
        : List.of();
  }
}
