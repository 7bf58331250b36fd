package org.sverka.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.Responsible;
import org.sverka.roadmap.Section;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;

/**
 * One measure as the site shows it: what was signed, and what was published of it.
 *
 * @param section the section that it stands in
 * @param status key of its status; empty where the sheet has no such column
 * @param published for each working column the value on the site, by key
 * @param held columns that show an older value, by key
 * @param changedAt when what the site shows of it last changed
 * @param searchable all of its words, folded by {@link Folding}
 */
public record MeasureView(
    Section section,
    Measure measure,
    String status,
    Map<String, String> published,
    Map<String, Hold> held,
    Instant changedAt,
    String searchable) {

  static MeasureView of(Section section, Measure measure, String firstStatus, MeasureState state) {
    String status = state.published(Layout.STATUS);
    return new MeasureView(
        section,
        measure,
        status.isEmpty() ? firstStatus : status,
        state.published(),
        state.held(),
        state.changedAt(),
        Folding.fold(String.join("\n", words(measure, state).toList())));
  }

  /** Whether nothing that the feed says of it differs; of its section only the number counts. */
  boolean showsTheSameAs(MeasureView other) {
    return section.number().equals(other.section.number())
        && measure.equals(other.measure)
        && status.equals(other.status)
        && published.equals(other.published)
        && held.equals(other.held)
        && changedAt.equals(other.changedAt);
  }

  private static Stream<String> words(Measure measure, MeasureState state) {
    Stream<String> signed = Stream.of(measure.number().value(), measure.text());
    Stream<String> bodies =
        measure.responsible().values().stream().flatMap(List::stream).map(Responsible::name);
    Stream<String> progress =
        state.published().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(Layout.PROGRESS))
            .map(Map.Entry::getValue);
    return Stream.of(signed, bodies, progress).flatMap(all -> all);
  }

  /** What a working column shows; the empty text for nothing. */
  public String published(String column) {
    return published.getOrDefault(column, "");
  }

  /** The keys of {@link #held} in the order of the sheet; last, by key, what it does not have. */
  public List<String> heldIn(Layout layout) {
    List<String> columns = layout.columns().stream().map(Column::key).toList();
    Stream<String> others = held.keySet().stream().filter(key -> !columns.contains(key)).sorted();
    return Stream.concat(columns.stream().filter(held::containsKey), others).toList();
  }

  /** What a party reports. */
  public String progress(String party) {
    return published(Layout.PROGRESS + party);
  }

  /** When it was carried out, ISO 8601; the empty text if it was not. */
  public String completedOn() {
    return published(Layout.COMPLETED_ON);
  }

  /** The links that prove it. */
  public List<String> evidence() {
    return published(Layout.EVIDENCE).lines().filter(line -> !line.isBlank()).toList();
  }

  /** The bodies of a party that answer for it, as signed. */
  public List<Responsible> responsible(String party) {
    return measure.responsible().getOrDefault(party, List.of());
  }
}
