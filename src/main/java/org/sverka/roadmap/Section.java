package org.sverka.roadmap;

import java.util.List;

/**
 * A part of the document with its own heading, such as section 7 «В области социальной политики».
 */
public record Section(String number, String title, List<Measure> measures) {
  public Section {
    measures = List.copyOf(measures);
  }
}
