package org.sverka.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.DescriptorReader;
import org.sverka.roadmap.DocumentReader;
import org.sverka.rule.RuleSet;
import org.sverka.sheet.Layouts;
import org.sverka.sync.Charter;

/** The signed roadmap as it comes with the program. */
public final class SignedRoadmap {
  private SignedRoadmap() {}

  /** With all rules that need no network. */
  public static Charter charter() {
    try {
      Path seeds = Path.of("seeds");
      Descriptor descriptor =
          DescriptorReader.read("roadmap.json", Files.readString(seeds.resolve("roadmap.json")));
      String text = Files.readString(seeds.resolve(descriptor.document()));
      return new Charter(
          DocumentReader.read(descriptor, descriptor.document(), text),
          Layouts.of(descriptor),
          RuleSet.standard(List.of()),
          descriptor.timeZone());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
