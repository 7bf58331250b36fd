package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sverka.roadmap.SourceTable.Line;

/** Puts sections together from rows, mending what page breaks cut. */
final class SectionBuilder {
  private final MeasureCells cells;
  private final Problems problems;
  private final List<Section> sections = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();
  private @Nullable Line heading;
  private String number = "";
  private String title = "";
  private @Nullable Line open;
  private @Nullable MeasureNumber openNumber;
  private List<String> openCells = List.of();
  private @Nullable MeasureNumber last;
  private boolean pageJustBroke;

  SectionBuilder(MeasureCells cells, Problems problems) {
    this.cells = cells;
    this.problems = problems;
  }

  void pageBreak() {
    pageJustBroke = true;
  }

  void heading(Line line, String sectionNumber, String sectionTitle) {
    closeSection();
    int expected = number.isEmpty() ? 1 : Integer.parseInt(number) + 1;
    if (!sectionNumber.equals(String.valueOf(expected))) {
      problems.add(
          line.number(),
          "document.section-order",
          sectionNumber,
          number.isEmpty() ? "0" : number,
          String.valueOf(expected));
    }
    heading = line;
    number = sectionNumber;
    title = sectionTitle;
    last = null;
    pageJustBroke = false;
  }

  void measure(Line line, MeasureNumber measure) {
    if (measure.equals(openNumber)) {
      repeated(line, measure);
    } else {
      closeMeasure();
      checkPlace(line, measure);
      open = line;
      openNumber = measure;
      openCells = line.cells();
      last = measure;
    }
    pageJustBroke = false;
  }

  void continuation(Line line) {
    if (!pageJustBroke || openNumber == null || line.cell(1).isEmpty()) {
      problems.add(line.number(), "document.continuation", line.shown());
    } else if (!line.othersEmpty(1)) {
      problems.add(line.number(), "document.continuation-cells", line.shown());
    } else {
      List<String> joined = new ArrayList<>(openCells);
      joined.set(1, (joined.get(1) + " " + line.cell(1)).strip());
      openCells = joined;
    }
    pageJustBroke = false;
  }

  List<Section> finish() {
    closeSection();
    return List.copyOf(sections);
  }

  private void repeated(Line line, MeasureNumber measure) {
    boolean whole = pageJustBroke && line.cell(1).startsWith(openCells.get(1));
    for (int i = 2; whole && i < line.cells().size(); i++) {
      whole = line.cell(i).equals(openCells.get(i));
    }
    if (whole) {
      open = line;
      openCells = line.cells();
    } else {
      problems.add(line.number(), "document.measure-twice", measure);
    }
  }

  private void checkPlace(Line line, MeasureNumber measure) {
    if (heading == null) {
      problems.add(line.number(), "document.no-section", measure);
      return;
    }
    if (!measure.section().equals(number)) {
      problems.add(line.number(), "document.measure-section", measure, number);
      return;
    }
    int ordinal = last == null ? 1 : lastPart(last) + 1;
    String expected = number + "." + ordinal;
    if (!measure.value().equals(expected)) {
      problems.add(
          line.number(),
          "document.measure-order",
          measure,
          last == null ? heading.shown() : last,
          expected);
    }
  }

  private static int lastPart(MeasureNumber measure) {
    return Integer.parseInt(measure.value().substring(measure.value().lastIndexOf('.') + 1));
  }

  private void closeMeasure() {
    Line line = open;
    MeasureNumber measure = openNumber;
    if (line != null && measure != null) {
      Optional<Measure> read = cells.measure(line.number(), measure, openCells);
      read.ifPresent(measures::add);
    }
    open = null;
    openNumber = null;
    openCells = List.of();
  }

  private void closeSection() {
    boolean any = openNumber != null || last != null;
    closeMeasure();
    Line line = heading;
    if (line != null) {
      if (!any) {
        problems.add(line.number(), "document.section-empty", number);
      }
      sections.add(new Section(number, title, measures));
    }
    measures.clear();
    heading = null;
  }
}
