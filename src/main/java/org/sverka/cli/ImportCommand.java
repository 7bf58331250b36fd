package org.sverka.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sverka.roadmap.Amendment;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.Retitling;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code import FILE}: the signed document as canonical JSON, or what is wrong with it. */
final class ImportCommand extends Command {
  private static final String COMPARE = "--compare";

  ImportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String summary() {
    return Words.text("import.summary");
  }

  @Override
  void declare(CommandSpec spec) {
    super.declare(spec);
    spec.addOption(
        OptionSpec.builder(COMPARE)
            .type(boolean.class)
            .description(Words.text("import.compare"))
            .build());
    addPositional(spec, "FILE", Path.class, Words.text("import.file"));
  }

  @Override
  public Integer call() {
    Path file = arguments().matchedPositionalValue(0, Path.of(""));
    boolean isDescriptor = file.toString().endsWith(".json");
    Path descriptorFile = isDescriptor ? file : settings().roadmap();
    Descriptor descriptor = Roadmaps.descriptor(descriptorFile);
    Roadmap roadmap =
        Roadmaps.roadmap(
            descriptor, isDescriptor ? Roadmaps.document(descriptorFile, descriptor) : file);
    if (arguments().hasMatchedOption(COMPARE)) {
      compare(roadmap);
      return Exit.FINE;
    }
    // No line end: the SHA-256 of what is printed is the edition.
    surroundings().out().print(new String(RoadmapJson.canonical(roadmap), StandardCharsets.UTF_8));
    surroundings().out().flush();
    surroundings()
        .err()
        .println(
            Words.text(
                "import.report",
                roadmap.id(),
                Words.text("import.measures", roadmap.measures().size()),
                Words.text("import.sections", roadmap.sections().size()),
                roadmap.edition().name()));
    return Exit.FINE;
  }

  /** Says what the document would change of the one that is configured. */
  private void compare(Roadmap other) {
    Path file = settings().roadmap();
    Descriptor descriptor = Roadmaps.descriptor(file);
    Roadmap present = Roadmaps.roadmap(descriptor, Roadmaps.document(file, descriptor));
    List<Amendment> amendments = Amendment.between(present, other);
    for (Amendment each : amendments) {
      if (each.isRenumbered()) {
        print(Words.text("compare.renumbered", each.former(), each.number()));
      }
      switch (each.kind()) {
        case ADDED -> tell("compare.added", each);
        case REMOVED -> tell("compare.removed", each);
        case CHANGED -> tell("compare.changed", each);
      }
    }
    List<Retitling> titles = Retitling.between(present, other);
    for (Retitling title : titles) {
      print(Words.text("compare.title", title.section(), title.before(), title.after()));
    }
    surroundings()
        .err()
        .println(
            Words.text(
                "compare.report",
                amendments.size() + titles.size(),
                present.edition().name(),
                other.edition().name()));
  }

  private void tell(String text, Amendment amendment) {
    for (Amendment.Part part : amendment.parts()) {
      String name = part.name().name().toLowerCase(Locale.ROOT);
      print(
          Words.text(
              text,
              amendment.number(),
              part.party().isEmpty() ? name : name + "." + part.party(),
              part.before(),
              part.after()));
    }
  }
}
