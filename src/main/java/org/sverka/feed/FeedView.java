package org.sverka.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.roadmap.Measure;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.sheet.Column;
import org.sverka.sheet.ColumnType;
import org.sverka.sheet.Layout;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.PublishedRoadmap;
import org.sverka.sync.SheetState;
import org.sverka.sync.State;

/**
 * All that one revision shows of one roadmap. Immutable; everything rendered from the same view is
 * of the same moment.
 */
public final class FeedView {
  private final Roadmap roadmap;
  private final String edition;
  private final Layout layout;
  private final ZoneId zone;
  private final State state;
  private final Optional<Instant> staleSince;
  private final List<ColumnType.Option> statuses;
  private final Map<String, MeasureView> measures;

  private FeedView(
      Roadmap roadmap,
      Layout layout,
      ZoneId zone,
      State state,
      Optional<Instant> staleSince,
      List<ColumnType.Option> statuses,
      Map<String, MeasureView> measures) {
    this.roadmap = roadmap;
    this.edition = roadmap.edition().name();
    this.layout = layout;
    this.zone = zone;
    this.state = state;
    this.staleSince = staleSince;
    this.statuses = statuses;
    this.measures = measures;
  }

  /** What stands published at this moment. */
  public static FeedView of(PublishedRoadmap published) {
    return of(published, published.roadmap(), published.state(), published.staleSince());
  }

  /** What stood published then, in the columns of today. Blocking. */
  public static FeedView at(PublishedRoadmap published, History.Point point) {
    History history = published.history();
    return of(published, history.roadmap(point), history.state(point), Optional.empty());
  }

  private static FeedView of(
      PublishedRoadmap published, Roadmap roadmap, State state, Optional<Instant> staleSince) {
    List<ColumnType.Option> statuses = statuses(published.layout());
    String first = statuses.isEmpty() ? "" : statuses.get(0).key();
    Map<String, MeasureView> measures = new LinkedHashMap<>();
    for (Section section : roadmap.sections()) {
      for (Measure measure : section.measures()) {
        MeasureView view = MeasureView.of(section, measure, first, stateOf(state, measure));
        measures.put(measure.number().value(), view);
      }
    }
    return new FeedView(
        roadmap, published.layout(), published.zone(), state, staleSince, statuses, measures);
  }

  private static MeasureState stateOf(State state, Measure measure) {
    MeasureState known = state.measures().get(measure.number());
    return known != null
        ? known
        : new MeasureState(
            false, Map.of(), Map.of(), Map.of(), Map.of(), state.changedAt(), "", "");
  }

  private static List<ColumnType.Option> statuses(Layout layout) {
    for (Column column : layout.columns()) {
      if (column.key().equals(Layout.STATUS) && column.type() instanceof ColumnType.Choice choice) {
        return choice.options();
      }
    }
    return List.of();
  }

  /** The signed document. */
  public Roadmap roadmap() {
    return roadmap;
  }

  /** The name of its edition. */
  public String edition() {
    return edition;
  }

  /** The columns of the sheet. */
  public Layout layout() {
    return layout;
  }

  /** The zone in which people read times. */
  public ZoneId zone() {
    return zone;
  }

  /** Number of the newest entry of the log. */
  public long revision() {
    return state.revision();
  }

  /** When that entry was made. */
  public Instant changedAt() {
    return state.changedAt();
  }

  /** Since when the sheet could not be read. */
  public Optional<Instant> staleSince() {
    return staleSince;
  }

  /** Since when a mass change waits for a second look. */
  public Optional<Instant> massChangeSince() {
    SheetState.PendingChange pending = state.sheet().pending();
    return pending.isNone() ? Optional.empty() : Optional.of(pending.first());
  }

  /** What a status may be, in the order of the sheet; empty where it has no such column. */
  public List<ColumnType.Option> statuses() {
    return statuses;
  }

  /** All measures in the order of the document. */
  public List<MeasureView> measures() {
    return List.copyOf(measures.values());
  }

  /** The measure with that number. */
  public Optional<MeasureView> measure(String number) {
    return Optional.ofNullable(measures.get(number));
  }

  /** The measures that pass, in the order of the document. */
  public List<MeasureView> measures(FeedFilter filter) {
    List<MeasureView> passing = new ArrayList<>(measures.values());
    passing.removeIf(measure -> !filter.passes(measure));
    return List.copyOf(passing);
  }

  /** Whether nothing that is shown has changed since that view. */
  public boolean showsTheSameAs(FeedView other) {
    return state.equals(other.state) && staleSince.equals(other.staleSince);
  }

  /** Whether the document has or had such a number: it is one by its form. */
  static boolean isMeasureNumber(String text) {
    return MeasureNumber.parse(text).isPresent();
  }
}
