package org.sverka.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/** The rules of a roadmap, and the way to ask them all. */
public final class RuleSet {
  private final List<RowRule> rowRules;
  private final TextLength textLength = new TextLength();

  /** A set of these rules, besides {@link TextLength}, which always comes first. */
  public RuleSet(List<RowRule> rowRules) {
    this.rowRules = List.copyOf(rowRules);
  }

  /**
   * All the rules there are.
   *
   * @param sites hosts of the parties' own sites; none if they are not known
   */
  public static RuleSet standard(List<String> sites) {
    return new RuleSet(
        List.of(
            new CanonicalNumber(),
            new CanonicalText(),
            new CanonicalResponsible(),
            new CanonicalTerm(),
            new HeadingRow(),
            new RequiredValue(),
            new PersonalData(),
            new FormulaInCell(),
            new ErrorValue(),
            new UnprintableCharacter(),
            new MixedAlphabet(),
            new StatusVocabulary(),
            new DoneWithoutDate(),
            new DoneWithoutEvidence(),
            new RecurringTerm(),
            new DoneTakenBack(),
            new StatusContradiction(),
            new PartyContradiction(),
            new TermOver(),
            new LongSilence(),
            new EmptyWords(),
            new ReadableDate(),
            new DateWithoutDone(),
            new DateInTerm(),
            new FutureDate(),
            new EvidenceLink(),
            new LookAlikeHost(sites),
            new OutsideSite(sites)));
  }

  /** The rules that a roadmap may do without: no value is ever held by them. */
  public Set<String> optional() {
    return rowRules.stream()
        .filter(rule -> rule.severity() != Severity.ERROR)
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The same set without some of its rules.
   *
   * @param ids of {@link #optional} rules; others stay
   */
  public RuleSet without(Collection<String> ids) {
    Set<String> off = optional();
    off.retainAll(ids);
    return new RuleSet(rowRules.stream().filter(rule -> !off.contains(rule.id())).toList());
  }

  /** The rules for what reviewers write beside an entry of the log. */
  public static RuleSet reviews() {
    return new RuleSet(
        List.of(
            new PersonalData(),
            new FormulaInCell(),
            new ErrorValue(),
            new UnprintableCharacter(),
            new MixedAlphabet(),
            new StatusVocabulary(),
            new ReviewWithoutReason()));
  }

  /** The rules that look at rows. */
  public List<RowRule> rowRules() {
    List<RowRule> all = new ArrayList<>(rowRules);
    all.add(0, textLength);
    return List.copyOf(all);
  }

  /**
   * What all rules say of a row, worst first, then by column. Texts that are too long are cut to
   * what their column takes before any other rule sees them. A rule that throws is a fault of ours:
   * it is told apart, and the others go on.
   */
  public Judgement judge(RowView row) {
    List<Finding> findings = new ArrayList<>(textLength.check(row));
    Judgement judgement = ask(rowRules, capped(row));
    findings.addAll(judgement.findings());
    findings.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(finding -> place(row.layout(), finding)));
    return new Judgement(findings, judgement.faults());
  }

  private static Judgement ask(List<RowRule> rules, RowView row) {
    List<Finding> findings = new ArrayList<>();
    List<RuleFault> faults = new ArrayList<>();
    for (RowRule rule : rules) {
      try {
        findings.addAll(rule.check(row));
      } catch (RuntimeException | StackOverflowError e) {
        faults.add(new RuleFault(rule.id(), row.number(), e.toString()));
      }
    }
    return new Judgement(findings, faults);
  }

  /** What the calendar alone says of a row. */
  public List<Finding> calendar(RowView row) {
    List<RowRule> rules = rowRules.stream().filter(CalendarRule.class::isInstance).toList();
    return ask(rules, capped(row)).findings();
  }

  private static RowView capped(RowView row) {
    Map<String, Cell> cells = new HashMap<>(row.cells());
    boolean cut = false;
    for (Column column : row.layout().columns()) {
      int limit = TextLength.limit(column.type());
      Cell cell = row.cell(column);
      if (cell.text().length() > limit) {
        cells.put(column.key(), new Cell(cell.kind(), start(cell.text(), limit)));
        cut = true;
      }
    }
    return cut ? row.withCells(cells) : row;
  }

  /** Not half of a character more. */
  private static String start(String text, int length) {
    boolean half = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, half ? length - 1 : length);
  }

  private static int place(Layout layout, Finding finding) {
    return finding.column().isEmpty() ? -1 : layout.indexOf(finding.column());
  }

  /**
   * What the rules say of a row.
   *
   * @param findings about the data
   * @param faults about our own rules
   */
  public record Judgement(List<Finding> findings, List<RuleFault> faults) {
    public Judgement {
      findings = List.copyOf(findings);
      faults = List.copyOf(faults);
    }
  }

  /**
   * A rule that crashed; for the operator, never shown as a fault in the data.
   *
   * @param number of the row
   */
  public record RuleFault(String rule, String number, String error) {}
}
