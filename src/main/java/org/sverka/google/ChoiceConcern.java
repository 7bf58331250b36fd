package org.sverka.google;

import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.DataValidationRule;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.ColumnType.Choice;
import org.sverka.sheet.ColumnType.Option;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;

/**
 * Drop-downs for choices and the calendar for dates, in the rows of measures and in rows yet to
 * come. A section's heading offers none: whatever would be chosen there is a fault.
 */
record ChoiceConcern(Layout layout, List<NewRow> rows) implements Concern {
  @Override
  public List<Request> missing(Structure structure) {
    Set<Integer> headings = Set.copyOf(structure.headings(rows));
    List<Request> requests = new ArrayList<>();
    for (Column column : layout.columns()) {
      OptionalInt place = structure.place(column);
      if (place.isPresent() && !type(column).isEmpty()) {
        requests.addAll(missing(structure, headings, column, place.getAsInt()));
      }
    }
    return requests;
  }

  private static List<Request> missing(
      Structure structure, Set<Integer> headings, Column column, int place) {
    List<Request> requests = new ArrayList<>();
    boolean stands = stands(structure, headings, column, place);
    if (!stands) {
      requests.add(request(structure.sheetId(), column, place));
    }
    headings.stream()
        .sorted()
        .filter(row -> !stands || validation(structure, row, place) != null)
        .forEach(row -> requests.add(Requests.noValidation(structure.sheetId(), row, place)));
    return requests;
  }

  /** Only rows that we know are looked at: what is under them is not sent if it is empty. */
  private static boolean stands(
      Structure structure, Set<Integer> headings, Column column, int place) {
    if (structure.isNew()) {
      return false;
    }
    IntStream offering = structure.offering().filter(row -> !headings.contains(row));
    return offering.allMatch(row -> isWanted(validation(structure, row, place), column));
  }

  private static @Nullable DataValidationRule validation(Structure structure, int row, int place) {
    List<CellData> cells = structure.grid().cells(row);
    return place < cells.size() ? cells.get(place).getDataValidation() : null;
  }

  private static boolean isWanted(@Nullable DataValidationRule rule, Column column) {
    if (rule == null || rule.getCondition() == null) {
      return false;
    }
    List<String> values =
        Absent.list(rule.getCondition().getValues()).stream()
            .map(value -> Absent.text(value.getUserEnteredValue()))
            .toList();
    return type(column).equals(rule.getCondition().getType()) && values.equals(values(column));
  }

  private static Request request(int sheetId, Column column, int place) {
    BooleanCondition condition = new BooleanCondition().setType(type(column));
    List<String> values = values(column);
    String help = Words.sheet("date");
    if (!values.isEmpty()) {
      condition.setValues(
          values.stream().map(value -> new ConditionValue().setUserEnteredValue(value)).toList());
      help = Words.sheet("choose", String.join(", ", values));
    }
    return Requests.validation(Areas.body(sheetId, place), condition, help);
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
