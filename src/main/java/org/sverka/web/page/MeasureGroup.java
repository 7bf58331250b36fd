package org.sverka.web.page;

import java.util.ArrayList;
import java.util.List;
import org.sverka.feed.FeedView;
import org.sverka.feed.MeasureView;
import org.sverka.roadmap.Section;
import org.sverka.text.Visible;

/** Measures of one section. */
public record MeasureGroup(String number, String title, List<MeasureRow> measures) {
  /** These measures by section; sections without any are left out. */
  static List<MeasureGroup> of(List<MeasureView> measures, FeedView view, Words words) {
    List<MeasureGroup> groups = new ArrayList<>();
    for (Section section : view.roadmap().sections()) {
      List<MeasureRow> rows =
          measures.stream()
              .filter(measure -> measure.section().number().equals(section.number()))
              .map(measure -> MeasureRow.of(measure, view, words))
              .toList();
      if (!rows.isEmpty()) {
        groups.add(new MeasureGroup(section.number(), Visible.of(section.title()), rows));
      }
    }
    return List.copyOf(groups);
  }
}
