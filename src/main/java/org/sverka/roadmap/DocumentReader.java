package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.roadmap.Descriptor.Correction;
import org.sverka.roadmap.Descriptor.SigningParty;
import org.sverka.roadmap.SourceTable.Line;

/**
 * Reads the text extracted from a signed document.
 *
 * <p>The text is: a title between {@code **} and {@code **}; a header of two rows and a row of
 * column numbers, which each page break repeats; section headings {@code <b>7. …</b>}; measures of
 * number, text, the bodies of each party separated by {@code ;}, and term; the signature block. A
 * page break may cut a measure: then it goes on in a row with an empty number, or is repeated
 * whole. A line that fits nowhere is reported with its number, and the document is refused.
 */
public final class DocumentReader {
  private static final Pattern HEADING = Pattern.compile("<b>(\\d{1,3})\\. (.+)</b>");
  private static final Pattern YEARS = Pattern.compile("(\\d{4}) ?[-–—] ?(\\d{4})");

  private final Descriptor descriptor;
  private final List<Line> lines;
  private final Problems problems = new Problems();
  private final int width;
  private int next;

  private DocumentReader(Descriptor descriptor, String text) {
    this.descriptor = descriptor;
    this.lines = SourceTable.lines(text);
    this.width = descriptor.parties().size() + 3;
  }

  /**
   * Reads a document.
   *
   * @param file its name, for messages
   * @throws InvalidRoadmapException if any line can't be placed, naming all that are wrong
   */
  public static Roadmap read(Descriptor descriptor, String file, String text) {
    DocumentReader reader = new DocumentReader(descriptor, text);
    Optional<Roadmap> roadmap = reader.roadmap();
    reader.problems.throwIfAny(file);
    return roadmap.orElseThrow();
  }

  private Optional<Roadmap> roadmap() {
    title();
    Optional<Period> period = period(descriptor.title());
    if (!header() || period.isEmpty()) {
      return Optional.empty();
    }
    BodyDirectory bodies = new BodyDirectory();
    Corrector texts = new Corrector(descriptor.corrections(), "text");
    Corrector names = new Corrector(descriptor.corrections(), "body");
    MeasureCells cells =
        new MeasureCells(
            descriptor.parties(), period.get(), bodies, texts::apply, names::apply, problems);
    SectionBuilder sections = new SectionBuilder(cells, problems);
    while (next < lines.size() && !beginsSignatures(lines.get(next))) {
      body(lines.get(next++), sections);
    }
    List<Section> read = sections.finish();
    signatures();
    List<Correction> unused = new ArrayList<>(texts.unused());
    unused.addAll(names.unused());
    unused.forEach(correction -> problems.add(0, "document.correction-unused", correction.read()));
    return Optional.of(
        new Roadmap(
            descriptor.id(),
            SourceTable.folded(descriptor.title()),
            period.get(),
            descriptor.parties().stream().map(SigningParty::party).toList(),
            bodies.all(),
            read));
  }

  private void title() {
    String end = phrase("**" + descriptor.title() + "**", "document.title");
    if (!end.isEmpty()) {
      problems.add(0, "document.title-missing", end);
    }
  }

  private Optional<Period> period(String title) {
    Matcher matcher = YEARS.matcher(title);
    if (!matcher.find()
        || Integer.parseInt(matcher.group(1)) > Integer.parseInt(matcher.group(2))) {
      problems.add(0, "document.period");
      return Optional.empty();
    }
    return Optional.of(
        new Period(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  private boolean header() {
    List<String> first = new ArrayList<>(List.of("№ п/п", "Наименование мероприятия"));
    List<String> second = new ArrayList<>(List.of("", ""));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < descriptor.parties().size(); i++) {
      first.add(i == 0 ? "Ответственные исполнители" : "");
      second.add(descriptor.parties().get(i).heading());
    }
    first.add("Сроки исполнения");
    second.add("");
    for (int i = 1; i <= width; i++) {
      columns.add(String.valueOf(i));
    }
    if (next >= lines.size()) {
      problems.add(0, "document.empty");
      return false;
    }
    return expect(first, "document.header")
        && expect(second, "document.header")
        && expect(columns, "document.page-row");
  }

  private boolean expect(List<String> cells, String problem) {
    if (next >= lines.size()) {
      problems.add(0, "document.empty");
      return false;
    }
    Line line = lines.get(next++);
    boolean right = line.cells().size() == cells.size();
    for (int i = 0; right && i < cells.size(); i++) {
      right = SourceTable.same(line.cell(i), cells.get(i));
    }
    if (!right) {
      problems.add(line.number(), problem, line.shown(), String.join(" | ", cells));
    }
    return right;
  }

  private void body(Line line, SectionBuilder sections) {
    if (!line.row()) {
      problems.add(line.number(), "document.stray", line.shown());
      return;
    }
    if (line.cells().size() != width) {
      problems.add(
          line.number(),
          "document.cells",
          line.cells().size(),
          String.valueOf(width),
          line.shown());
      return;
    }
    String key = line.cell(0);
    Matcher heading = HEADING.matcher(key);
    if (isPageRow(line)) {
      sections.pageBreak();
    } else if (key.startsWith("<")) {
      if (heading.matches() && line.othersEmpty(0)) {
        sections.heading(line, heading.group(1), heading.group(2).strip());
      } else {
        problems.add(line.number(), "document.heading", line.shown());
      }
    } else if (key.isEmpty()) {
      sections.continuation(line);
    } else {
      Optional<MeasureNumber> number = MeasureNumber.parse(key);
      number.ifPresentOrElse(
          n -> sections.measure(line, n),
          () -> problems.add(line.number(), "document.number", line.shown()));
    }
  }

  private boolean isPageRow(Line line) {
    for (int i = 0; i < width; i++) {
      if (!line.cell(i).equals(String.valueOf(i + 1))) {
        return false;
      }
    }
    return true;
  }

  private boolean beginsSignatures(Line line) {
    return !line.row() && (signatureBlock() + " ").startsWith(line.cell(0) + " ");
  }

  private String signatureBlock() {
    return SourceTable.folded(
        String.join(" ", descriptor.parties().stream().map(SigningParty::signature).toList()));
  }

  private void signatures() {
    String missing = phrase(signatureBlock(), "document.signature");
    if (!missing.isEmpty()) {
      problems.add(0, "document.signature-missing", missing);
    }
    for (; next < lines.size(); next++) {
      problems.add(lines.get(next).number(), "document.after", lines.get(next).shown());
    }
  }

  /**
   * Reads lines of prose against the words that the descriptor declares, wherever the lines break.
   *
   * @return what of the words did not come
   */
  private String phrase(String words, String problem) {
    String rest = SourceTable.folded(words);
    for (; next < lines.size() && !lines.get(next).row(); next++) {
      Line line = lines.get(next);
      String text = line.cell(0);
      if ((rest + " ").startsWith(text + " ")) {
        rest = rest.substring(text.length()).strip();
      } else {
        problems.add(line.number(), problem, line.shown(), SourceTable.folded(words));
      }
    }
    return rest;
  }
}
