package org.sverka.google;

import com.google.api.services.sheets.v4.model.AddConditionalFormatRuleRequest;
import com.google.api.services.sheets.v4.model.BooleanCondition;
import com.google.api.services.sheets.v4.model.BooleanRule;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.Color;
import com.google.api.services.sheets.v4.model.ColorStyle;
import com.google.api.services.sheets.v4.model.ConditionValue;
import com.google.api.services.sheets.v4.model.ConditionalFormatRule;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.UpdateConditionalFormatRuleRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sverka.sheet.Layout;

/**
 * Colours under the verdicts. They follow the word with which a verdict begins, so they never say
 * anything that the word does not. Conditions on text are used and not formulas, whose separators
 * depend on the language of the spreadsheet.
 */
record ColourConcern(Layout layout, TabKind kind) implements Concern {
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
    List<ConditionalFormatRule> standing = structure.isNew() ? List.of() : structure.rules();
    List<Request> mended = new ArrayList<>();
    List<Request> added = new ArrayList<>();
    for (String key : kind.verdicts()) {
      OptionalInt place = structure.place(layout.column(key));
      if (place.isPresent()) {
        for (Severity severity : Severity.values()) {
          ConditionalFormatRule rule = rule(structure.sheetId(), place.getAsInt(), severity);
          int index = index(standing, place.getAsInt(), severity);
          if (index < 0) {
            added.add(added(rule));
          } else if (!covers(standing.get(index), place.getAsInt(), structure.lastRow())) {
            mended.add(mended(index, rule));
          }
        }
      }
    }
    // A rule that is added moves those after it.
    mended.addAll(added);
    return mended;
  }

  /** The rule of a column and severity; -1 if there is none. */
  private static int index(List<ConditionalFormatRule> rules, int place, Severity severity) {
    return IntStream.range(0, rules.size())
        .filter(i -> isFor(severity, rules.get(i)))
        .filter(i -> parts(rules.get(i), place).findAny().isPresent())
        .findFirst()
        .orElse(-1);
  }

  /** Whether it still holds for the whole column: a paste takes the pasted cells out of it. */
  private static boolean covers(ConditionalFormatRule rule, int place, int lastRow) {
    int covered = 1;
    for (GridRange part :
        parts(rule, place)
            .sorted(Comparator.comparing(part -> Absent.number(part.getStartRowIndex())))
            .toList()) {
      if (Absent.number(part.getStartRowIndex()) > covered) {
        return false;
      }
      covered =
          part.getEndRowIndex() == null
              ? Integer.MAX_VALUE
              : Math.max(covered, part.getEndRowIndex());
    }
    return covered >= lastRow;
  }

  private static Stream<GridRange> parts(ConditionalFormatRule rule, int place) {
    return Absent.list(rule.getRanges()).stream()
        .filter(range -> Absent.number(range.getStartColumnIndex()) <= place)
        .filter(range -> range.getEndColumnIndex() == null || place < range.getEndColumnIndex());
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

  private static ConditionalFormatRule rule(int sheetId, int place, Severity severity) {
    BooleanCondition condition =
        new BooleanCondition()
            .setType(STARTS_WITH)
            .setValues(List.of(new ConditionValue().setUserEnteredValue(severity.word)));
    CellFormat format =
        new CellFormat()
            .setBackgroundColorStyle(new ColorStyle().setRgbColor(colour(severity.rgb)));
    return new ConditionalFormatRule()
        // From the header on: a row that is put in right below it would else be left out.
        .setRanges(List.of(Areas.column(sheetId, place)))
        .setBooleanRule(new BooleanRule().setCondition(condition).setFormat(format));
  }

  private static Request added(ConditionalFormatRule rule) {
    return new Request()
        .setAddConditionalFormatRule(
            new AddConditionalFormatRuleRequest().setIndex(0).setRule(rule));
  }

  private static Request mended(int index, ConditionalFormatRule rule) {
    return new Request()
        .setUpdateConditionalFormatRule(
            new UpdateConditionalFormatRuleRequest().setIndex(index).setRule(rule));
  }

  private static Color colour(int rgb) {
    return new Color().setRed(part(rgb, 16)).setGreen(part(rgb, 8)).setBlue(part(rgb, 0));
  }

  private static float part(int rgb, int shift) {
    return ((rgb >> shift) & 0xFF) / 255f;
  }
}
