package org.sverka.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code import FILE}: the signed document as canonical JSON, or what is wrong with it. */
final class ImportCommand extends Command {
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
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .type(Path.class)
            .required(true)
            .index("0")
            .description(Words.text("import.file"))
            .build());
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
}
