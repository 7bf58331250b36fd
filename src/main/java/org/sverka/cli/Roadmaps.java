package org.sverka.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sverka.roadmap.Accounts;
import org.sverka.roadmap.AccountsReader;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.roadmap.DocumentReader;
import org.sverka.roadmap.InvalidRoadmapException;
import org.sverka.roadmap.InvalidRoadmapException.Problem;
import org.sverka.roadmap.Roadmap;
import org.sverka.rule.RuleSet;
import org.sverka.sheet.Layouts;
import org.sverka.sync.Charter;

/** Reads roadmaps from files. */
final class Roadmaps {
  private Roadmaps() {}

  /** Descriptor and signed document, ready to be kept. */
  static Charter charter(Path descriptorFile) {
    Descriptor descriptor = descriptor(descriptorFile);
    return new Charter(
        roadmap(descriptor, document(descriptorFile, descriptor)),
        Layouts.of(descriptor),
        rules(descriptorFile, descriptor),
        descriptor.timeZone(),
        descriptor.openData());
  }

  /** Whose accounts are whose, as far as a file beside the descriptor says. */
  static Accounts accounts(Path descriptorFile) {
    Descriptor descriptor = descriptor(descriptorFile);
    Path file = descriptorFile.resolveSibling(descriptor.accounts());
    return descriptor.accounts().isEmpty() || Files.notExists(file)
        ? Accounts.NONE
        : AccountsReader.read(file.toString(), text(file), descriptor);
  }

  private static RuleSet rules(Path file, Descriptor descriptor) {
    RuleSet all = RuleSet.standard(descriptor.sites());
    String allowed = String.join(", ", all.optional());
    List<Problem> problems =
        descriptor.rulesOff().stream()
            .filter(rule -> !all.optional().contains(rule))
            .map(rule -> new Problem(0, Words.text("import.rule", rule, allowed)))
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidRoadmapException(file.toString(), problems);
    }
    return all.without(descriptor.rulesOff());
  }

  static Descriptor descriptor(Path file) {
    return DescriptorReader.read(file.toString(), text(file));
  }

  static Path document(Path descriptorFile, Descriptor descriptor) {
    return descriptorFile.resolveSibling(descriptor.document());
  }

  static Roadmap roadmap(Descriptor descriptor, Path document) {
    return DocumentReader.read(descriptor, document.toString(), text(document));
  }

  private static String text(Path file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidRoadmapException(
          file.toString(), List.of(new Problem(0, Words.text("import.encoding"))));
    } catch (IOException e) {
      throw new InvalidRoadmapException(
          file.toString(), List.of(new Problem(0, Words.text("import.unreadable"))));
    }
  }
}
