package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.roadmap.Descriptor.SigningParty;

/** Turns the cells of one measure, already put together from their rows, into the measure. */
final class MeasureCells {
  private static final Pattern TERM = Pattern.compile("(\\d{4})(?: ?[-–—] ?(\\d{4}))? ?гг?\\.?");

  private final List<SigningParty> parties;
  private final Period period;
  private final BodyDirectory bodies;
  private final UnaryOperator<String> textCorrection;
  private final UnaryOperator<String> bodyCorrection;
  private final Problems problems;

  MeasureCells(
      List<SigningParty> parties,
      Period period,
      BodyDirectory bodies,
      UnaryOperator<String> textCorrection,
      UnaryOperator<String> bodyCorrection,
      Problems problems) {
    this.parties = parties;
    this.period = period;
    this.bodies = bodies;
    this.textCorrection = textCorrection;
    this.bodyCorrection = bodyCorrection;
    this.problems = problems;
  }

  /**
   * Reads one measure.
   *
   * @param cells number, text, bodies of each party, term
   * @return empty if anything is wrong, which has been reported
   */
  Optional<Measure> measure(int line, MeasureNumber number, List<String> cells) {
    int before = problems.count();
    String text = textCorrection.apply(cells.get(1));
    if (text.isEmpty()) {
      problems.add(line, "document.text-missing", number);
    }
    Map<String, List<Responsible>> responsible = new LinkedHashMap<>();
    for (int i = 0; i < parties.size(); i++) {
      responsible.put(
          parties.get(i).key(), responsible(line, number, parties.get(i), cells.get(2 + i)));
    }
    Optional<Term> term = term(line, number, cells.get(2 + parties.size()));
    return problems.count() > before
        ? Optional.empty()
        : term.map(t -> new Measure(number, text, responsible, t));
  }

  private List<Responsible> responsible(
      int line, MeasureNumber number, SigningParty party, String cell) {
    List<Responsible> list = new ArrayList<>();
    if (cell.isEmpty()) {
      problems.add(line, "document.body-missing", number, party.heading());
      return list;
    }
    for (String part : cell.split(";", -1)) {
      String name = part.strip();
      if (name.isEmpty()) {
        problems.add(line, "document.body-blank", number, party.heading());
      } else {
        Body body = bodies.enter(party.key(), bodyCorrection.apply(name));
        list.add(new Responsible(body.key(), name));
      }
    }
    return list;
  }

  private Optional<Term> term(int line, MeasureNumber number, String cell) {
    Matcher matcher = TERM.matcher(cell);
    if (!matcher.matches()) {
      problems.add(line, "document.term", number, cell);
      return Optional.empty();
    }
    int from = Integer.parseInt(matcher.group(1));
    int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
    if (to < from) {
      problems.add(line, "document.term-order", number, cell);
      return Optional.empty();
    }
    if (from < period.from() || to > period.to()) {
      problems.add(line, "document.term-period", number, cell, period.from() + "-" + period.to());
      return Optional.empty();
    }
    return Optional.of(new Term(cell, from, to));
  }
}
