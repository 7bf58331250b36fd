package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;

/**
 * Drop-downs and the rules for dates and numbers. What a file can't say, such as an address on the
 * web, is left out: Sverka judges the value anyway when it comes back.
 */
final class XlsxValidations {
  // What Excel takes in a list, a text and a title of a rule.
  private static final int LONGEST_LIST = 255;
  private static final int LONGEST_HELP = 255;

  private final Sheet sheet;
  private final EntryParser entries;
  private final Map<ObjectNode, List<CellRangeAddress>> places = new LinkedHashMap<>();
  private final Map<Integer, Run> runs = new HashMap<>();

  /** Cells one below the other with the same rule; the newest of a column. */
  private record Run(ObjectNode rule, CellRangeAddress area) {}

  XlsxValidations(Sheet sheet, EntryParser entries) {
    this.sheet = sheet;
    this.entries = entries;
  }

  /** Takes down the rule of a cell; called row by row. */
  void add(ObjectNode rule, int row, int column) {
    Run above = runs.get(column);
    if (above != null && above.area().getLastRow() == row - 1 && above.rule().equals(rule)) {
      above.area().setLastRow(row);
      return;
    }
    CellRangeAddress area = new CellRangeAddress(row, row, column, column);
    places.computeIfAbsent(rule, key -> new ArrayList<>()).add(area);
    runs.put(column, new Run(rule, area));
  }

  /** Writes the rules, once all cells are known. */
  void write() {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    places.forEach(
        (rule, areas) ->
            constraint(rule.path("condition"), helper)
                .ifPresent(constraint -> write(rule, areas, constraint, helper)));
  }

  private void write(
      ObjectNode rule,
      List<CellRangeAddress> areas,
      DataValidationConstraint constraint,
      DataValidationHelper helper) {
    CellRangeAddressList where = new CellRangeAddressList();
    areas.forEach(where::addCellRangeAddress);
    DataValidation validation = helper.createValidation(constraint, where);
    // With XSSF true means that the arrow is shown, whatever the method is called.
    validation.setSuppressDropDownArrow(true);
    validation.setEmptyCellAllowed(true);
    validation.setErrorStyle(
        rule.path("strict").asBoolean()
            ? DataValidation.ErrorStyle.STOP
            : DataValidation.ErrorStyle.WARNING);
    validation.setShowErrorBox(true);
    String help = cut(XlsxText.form(rule.path("inputMessage").asText("")));
    if (!help.isEmpty()) {
      validation.createPromptBox("", help);
      validation.setShowPromptBox(true);
      validation.createErrorBox("", help);
    }
    sheet.addValidationData(validation);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_HELP ? text : text.substring(0, LONGEST_HELP - 1) + "…";
  }

  private Optional<DataValidationConstraint> constraint(
      JsonNode condition, DataValidationHelper helper) {
    String type = condition.path("type").asText();
    List<String> values =
        StreamSupport.stream(condition.path("values").spliterator(), false)
            .map(value -> value.path("userEnteredValue").asText())
            .toList();
    if (type.equals("ONE_OF_LIST")) {
      return list(values).map(helper::createExplicitListConstraint);
    }
    if (type.equals("DATE_IS_VALID")) {
      return Optional.of(
          helper.createDateConstraint(OperatorType.GREATER_OR_EQUAL, "1", null, "dd.mm.yyyy"));
    }
    return comparison(type, values, helper);
  }

  /** A list stands in the rule itself, separated by commas, and is short. */
  private static Optional<String[]> list(List<String> values) {
    boolean fits = String.join(",", values).length() <= LONGEST_LIST;
    boolean plain = values.stream().noneMatch(v -> v.contains(",") || v.contains("\""));
    return fits && plain ? Optional.of(values.toArray(String[]::new)) : Optional.empty();
  }

  private Optional<DataValidationConstraint> comparison(
      String type, List<String> values, DataValidationHelper helper) {
    int mark = type.indexOf('_');
    Optional<Integer> operator = mark < 0 ? Optional.empty() : operator(type.substring(mark + 1));
    List<String> numbers = values.stream().flatMap(value -> number(value).stream()).toList();
    if (operator.isEmpty() || numbers.isEmpty() || numbers.size() < values.size()) {
      return Optional.empty();
    }
    @Nullable String last = numbers.size() > 1 ? numbers.get(1) : null;
    return switch (type.substring(0, mark)) {
      case "DATE" ->
          Optional.of(
              helper.createDateConstraint(operator.get(), numbers.get(0), last, "dd.mm.yyyy"));
      case "NUMBER" ->
          Optional.of(helper.createDecimalConstraint(operator.get(), numbers.get(0), last));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> operator(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "EQ" -> OperatorType.EQUAL;
          case "NOT_EQ" -> OperatorType.NOT_EQUAL;
          case "BEFORE", "LESS" -> OperatorType.LESS_THAN;
          case "AFTER", "GREATER" -> OperatorType.GREATER_THAN;
          case "ON_OR_BEFORE", "LESS_THAN_EQ" -> OperatorType.LESS_OR_EQUAL;
          case "ON_OR_AFTER", "GREATER_THAN_EQ" -> OperatorType.GREATER_OR_EQUAL;
          case "BETWEEN" -> OperatorType.BETWEEN;
          case "NOT_BETWEEN" -> OperatorType.NOT_BETWEEN;
          default -> null;
        });
  }

  private Optional<String> number(String value) {
    return entries.read(value).value() instanceof CellValue.Numeric number
        ? Optional.of(Json.number(number.value()).asText())
        : Optional.empty();
  }
}
