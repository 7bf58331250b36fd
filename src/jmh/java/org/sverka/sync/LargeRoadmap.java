package org.sverka.sync;

import java.util.ArrayList;
import java.util.List;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;

/** The signed roadmap, its measures repeated under new numbers until there are enough. */
final class LargeRoadmap {
  private LargeRoadmap() {}

  /** A charter with that many measures in the signed number of sections. */
  static Charter charter(int measures) {
    Roadmap signed = Scene.SIGNED.roadmap();
    int wanted = measures - signed.measures().size();
    int sections = signed.sections().size();
    List<Section> longer = new ArrayList<>();
    for (int i = 0; i < sections; i++) {
      int more = wanted / sections + (i < wanted % sections ? 1 : 0);
      longer.add(lengthened(signed.sections().get(i), more));
    }
    Roadmap large =
        new Roadmap(
            signed.id(),
            signed.title(),
            signed.period(),
            signed.parties(),
            signed.bodies(),
            longer);
    return new Charter(large, Scene.SIGNED.layout(), Scene.SIGNED.rules(), Scene.SIGNED.zone());
  }

  private static Section lengthened(Section section, int more) {
    List<Measure> given = section.measures();
    List<Measure> measures = new ArrayList<>(given);
    for (int i = 0; i < more; i++) {
      Measure model = given.get(i % given.size());
      MeasureNumber number = new MeasureNumber(section.number() + "." + (given.size() + i + 1));
      measures.add(new Measure(number, model.text(), model.responsible(), model.term()));
    }
    return new Section(section.number(), section.title(), measures);
  }
}
