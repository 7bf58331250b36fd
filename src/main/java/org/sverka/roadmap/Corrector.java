package org.sverka.roadmap;

import java.util.ArrayList;
import java.util.List;
import org.sverka.roadmap.Descriptor.Correction;

/** Applies the declared corrections of one kind and remembers which of them were of use. */
final class Corrector {
  private final List<Correction> corrections;
  private final List<Correction> used = new ArrayList<>();

  Corrector(List<Correction> all, String in) {
    this.corrections = all.stream().filter(correction -> correction.in().equals(in)).toList();
  }

  String apply(String text) {
    String result = text;
    for (Correction correction : corrections) {
      if (result.contains(correction.read())) {
        result = result.replace(correction.read(), correction.as());
        used.add(correction);
      }
    }
    return result;
  }

  List<Correction> unused() {
    return corrections.stream().filter(correction -> !used.contains(correction)).toList();
  }
}
