package org.sverka.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.OpenData;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Responsible;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.roadmap.Term;
import org.sverka.rule.RuleSet;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;

/**
 * All that is given before a sheet is looked at: the signed document, the columns, the rules, the
 * zone in which days begin.
 */
public final class Charter {
  private final Roadmap roadmap;
  private final Layout layout;
  private final RuleSet rules;
  private final ZoneId zone;
  private final OpenData openData;
  private final List<SignedRow> rows;
  private final Map<String, SignedRow> byNumber;
  private final List<Column> own;

  public Charter(Roadmap roadmap, Layout layout, RuleSet rules, ZoneId zone) {
    this(roadmap, layout, rules, zone, OpenData.NONE);
  }

  /**
   * A charter of a roadmap that is published as open data.
   *
   * @param openData what portals want to know besides
   */
  public Charter(Roadmap roadmap, Layout layout, RuleSet rules, ZoneId zone, OpenData openData) {
    this.openData = openData;
    this.roadmap = roadmap;
    this.layout = layout;
    this.rules = rules;
    this.zone = zone;
    this.rows = List.copyOf(signedRows(roadmap));
    Map<String, SignedRow> map = new LinkedHashMap<>();
    rows.forEach(row -> map.put(row.number(), row));
    this.byNumber = Map.copyOf(map);
    this.own =
        layout.columns().stream().filter(column -> column.kind() != Column.Kind.SERVICE).toList();
  }

  /** The signed document. */
  public Roadmap roadmap() {
    return roadmap;
  }

  /** The columns of the sheet. */
  public Layout layout() {
    return layout;
  }

  /** The zone in which days begin and people read times. */
  public ZoneId zone() {
    return zone;
  }

  /** What open-data portals want to know besides. */
  public OpenData openData() {
    return openData;
  }

  /** The day of a moment. */
  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  RuleSet rules() {
    return rules;
  }

  /** The rows that the sheet must have, in the order of the document. */
  List<SignedRow> rows() {
    return rows;
  }

  /** The same rows by number. */
  Map<String, SignedRow> byNumber() {
    return byNumber;
  }

  /** Canonical and working columns: those whose cells mean something. */
  List<Column> contentColumns() {
    return own;
  }

  private static List<SignedRow> signedRows(Roadmap roadmap) {
    List<SignedRow> rows = new ArrayList<>();
    for (Section section : roadmap.sections()) {
      rows.add(
          new SignedRow(
              section.number(),
              null,
              new Term("", roadmap.period().from(), roadmap.period().to()),
              Map.of(Layout.NUMBER, section.number(), Layout.TEXT, section.title())));
      section.measures().forEach(measure -> rows.add(row(roadmap, measure)));
    }
    return rows;
  }

  private static SignedRow row(Roadmap roadmap, Measure measure) {
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put(Layout.NUMBER, measure.number().value());
    signed.put(Layout.TEXT, measure.text());
    for (Party party : roadmap.parties()) {
      List<Responsible> bodies = measure.responsible().getOrDefault(party.key(), List.of());
      signed.put(
          Layout.RESPONSIBLE + party.key(),
          String.join("; ", bodies.stream().map(Responsible::name).toList()));
    }
    signed.put(Layout.TERM, measure.term().text());
    return new SignedRow(measure.number().value(), measure.number(), measure.term(), signed);
  }

  /**
   * A row as the signed document has it.
   *
   * @param number of the measure, or of the section
   * @param measure the same, of a measure; null of a section
   * @param term when it is to be carried out; of a section the whole period
   * @param signed text of each canonical column, by key
   */
  record SignedRow(
      String number, @Nullable MeasureNumber measure, Term term, Map<String, String> signed) {
    SignedRow {
      signed = Map.copyOf(signed);
    }

    boolean heading() {
      return measure == null;
    }

    String signed(Column column) {
      return signed.getOrDefault(column.key(), "");
    }
  }
}
