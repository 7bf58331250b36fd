package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddConditionalFormatRuleRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.BooleanRule;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.Color;
import com.google.api.services.sheets.v4.model.ColorStyle;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sverka.sheet.Layout;

/**
 * Colours under the verdicts. They follow the word with which a verdict begins, so they never say
 * anything that the word does not. Conditions on text are used and not formulas, whose separators
 * depend on the language of the spreadsheet.
 */
record ColourConcern(Layout layout) implements Concern {
  private static final String STARTS_WITH = "TEXT_STARTS_WITH";

  /** Light enough for black text on it: a contrast of 13 to 1 and better. */
  private enum Severity {
    ERROR("verdict.error", 0xF8D7DA),
    WARNING("verdict.warning", 0xFFF3CD),
    NOTE("verdict.note", 0xDDEBF7);

    private final String word;
    private final int rgb;

    Severity(String word, int rgb) {
      this.word = Words.sheet(word);
      this.rgb = rgb;
    }
  }

  @Override
  public List<Request> missing(Structure structure) {
    OptionalInt place = structure.place(layout.column(Layout.CHECK));
    if (place.isEmpty()) {
      return List.of();
    }
    List<ConditionalFormatRule> standing =
        structure.isNew() ? List.of() : structure.rulesOn(place.getAsInt());
    List<Request> requests = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      if (standing.stream().noneMatch(rule -> isFor(severity, rule))) {
        requests.add(request(structure.sheetId(), place.getAsInt(), severity));
      }
    }
    return requests;
  }

  private static boolean isFor(Severity severity, ConditionalFormatRule rule) {
    if (rule.getBooleanRule() == null || rule.getBooleanRule().getCondition() == null) {
      return false;
    }
    BooleanCondition condition = rule.getBooleanRule().getCondition();
    return STARTS_WITH.equals(condition.getType())
        && Absent.list(condition.getValues()).stream()
            .anyMatch(value -> severity.word.equals(value.getUserEnteredValue()));
  }

  private static Request request(int sheetId, int place, Severity severity) {
    BooleanCondition condition =
        new BooleanCondition()
            .setType(STARTS_WITH)
            .setValues(List.of(new ConditionValue().setUserEnteredValue(severity.word)));
    CellFormat format =
        new CellFormat()
            .setBackgroundColorStyle(new ColorStyle().setRgbColor(colour(severity.rgb)));
    return new Request()
        .setAddConditionalFormatRule(
            new AddConditionalFormatRuleRequest()
                .setIndex(0)
                .setRule(
                    new ConditionalFormatRule()
                        .setRanges(List.of(Areas.body(sheetId, place)))
                        .setBooleanRule(
                            new BooleanRule().setCondition(condition).setFormat(format))));
  }

  private static Color colour(int rgb) {
    return new Color().setRed(part(rgb, 16)).setGreen(part(rgb, 8)).setBlue(part(rgb, 0));
  }

  private static float part(int rgb, int shift) {
    return ((rgb >> shift) & 0xFF) / 255f;
  }
}
