package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;

/**
 * Conditional formats about the text of a cell, as formulas over nothing but that cell and a
 * literal; all others are left out, as on the page ({@link ConditionalLooks}).
 */
final class XlsxConditions {
  // A literal in a formula is no longer.
  private static final int LONGEST_LITERAL = 255;

  private XlsxConditions() {}

  static void write(Tab tab, Sheet sheet) {
    SheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
    for (FormatRule rule : tab.rules()) {
      for (GridRange range : rule.ranges()) {
        GridRange area = tab.clip(range);
        if (area.startRow() < area.endRow() && area.startColumn() < area.endColumn()) {
          write(rule.rule().path("booleanRule"), area, formats);
        }
      }
    }
  }

  private static void write(JsonNode rule, GridRange area, SheetConditionalFormatting formats) {
    Optional<String> formula = formula(rule.path("condition"), area);
    if (formula.isEmpty()) {
      return;
    }
    ConditionalFormattingRule made = formats.createConditionalFormattingRule(formula.get());
    JsonNode format = rule.path("format");
    JsonNode text = format.path("textFormat");
    XSSFColor fill = XlsxStyles.color(format.get("backgroundColorStyle"));
    if (fill != null) {
      PatternFormatting pattern = made.createPatternFormatting();
      pattern.setFillBackgroundColor(fill);
      pattern.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    }
    FontFormatting font = made.createFontFormatting();
    font.setFontStyle(text.path("italic").asBoolean(), text.path("bold").asBoolean());
    XSSFColor color = XlsxStyles.color(text.get("foregroundColorStyle"));
    if (color != null) {
      font.setFontColor(color);
    }
    formats.addConditionalFormatting(new CellRangeAddress[] {Xlsx.address(area)}, made);
  }

  /** The condition as a formula, written for the first cell of the area. */
  private static Optional<String> formula(JsonNode condition, GridRange area) {
    String cell = A1.letters(area.startColumn()) + (area.startRow() + 1);
    String given = condition.at("/values/0/userEnteredValue").asText();
    if (given.length() > LONGEST_LITERAL) {
      return Optional.empty();
    }
    String text = "\"" + XlsxText.form(given).replace("\"", "\"\"") + "\"";
    return switch (condition.path("type").asText()) {
      case "TEXT_STARTS_WITH" -> Optional.of("LEFT(" + cell + "," + given.length() + ")=" + text);
      case "TEXT_ENDS_WITH" -> Optional.of("RIGHT(" + cell + "," + given.length() + ")=" + text);
      // Not SEARCH, to which a question mark is a joker.
      case "TEXT_CONTAINS" ->
          Optional.of("ISNUMBER(FIND(LOWER(" + text + "),LOWER(" + cell + ")))");
      case "TEXT_EQ" -> Optional.of(cell + "=" + text);
      case "BLANK" -> Optional.of("LEN(" + cell + ")=0");
      case "NOT_BLANK" -> Optional.of("LEN(" + cell + ")>0");
      default -> Optional.empty();
    };
  }
}
