package org.sverka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Sample;

/** What changed after a revision, put onto what stood then, is what stands now. */
class FeedQueryPropertiesTest {
  private static final List<String> MEASURES = List.of("1.1", "1.2", "7.5", "7.6", "9.1", "9.10");
  private static final List<String> STATUSES = List.of("not-started", "in-progress", "done");

  /** Something that happens to a roadmap. */
  private interface Event {
    void happenTo(FakePublished roadmap);
  }

  @Provide
  Arbitrary<List<Event>> lives() {
    Arbitrary<String> measure = Arbitraries.of(MEASURES);
    Arbitrary<Event> accepted =
        Combinators.combine(measure, Arbitraries.of(STATUSES))
            .as((number, status) -> on -> on.accept(number, "status", "", "…", status));
    Arbitrary<Event> reported =
        Combinators.combine(measure, Arbitraries.of("форум", "встреча", ""))
            .as((number, text) -> on -> on.accept(number, "progress.spb", "", text, text));
    Arbitrary<Event> refused =
        measure.map(number -> on -> on.refuse(number, "status", "", "Готово", "status-vocabulary"));
    Arbitrary<Event> amended =
        Combinators.combine(Arbitraries.of(0, 1, 2), Arbitraries.of("", " (новая)"))
            .as((missing, more) -> on -> on.adopt(withSections(missing, more)));
    return Arbitraries.frequencyOf(
            Tuple.of(4, accepted),
            Tuple.of(3, reported),
            Tuple.of(2, refused),
            Tuple.of(1, amended))
        .list()
        .ofMaxSize(12);
  }

  /** Editions of the sample: without its last sections, the first with more in its title. */
  private static Roadmap withSections(int missing, String more) {
    Roadmap all = Sample.roadmap("one");
    List<Section> kept =
        new ArrayList<>(all.sections().subList(0, all.sections().size() - missing));
    Section first = kept.get(0);
    kept.set(0, new Section(first.number(), first.title() + more, first.measures()));
    return new Roadmap("one", all.title(), all.period(), all.parties(), all.bodies(), kept);
  }

  @Provide
  Arbitrary<FeedFilter> filters() {
    return Combinators.combine(
            Arbitraries.of("", "", "7"),
            Arbitraries.of("", "", "spb"),
            Arbitraries.of("", "", "spb-social"),
            Arbitraries.of("", "done", "in-progress"),
            Arbitraries.of("", "", "2026"),
            Arbitraries.of("", "", "форум"))
        .as(FeedFilter::new);
  }

  @Property(tries = 300)
  void delta_onTheOlderAnswer_isTheNewerAnswer(
      @ForAll("lives") List<Event> before,
      @ForAll("lives") List<Event> after,
      @ForAll("filters") FeedFilter filter) {
    FakePublished roadmap = new FakePublished(Sample.roadmap("one"));
    before.forEach(event -> event.happenTo(roadmap));
    FeedView then = FeedView.of(roadmap);
    after.forEach(event -> event.happenTo(roadmap));
    FeedView now = FeedView.of(roadmap);

    FeedCut delta =
        new FeedQuery(filter, Optional.of(then.revision()), Optional.empty()).cut(now, roadmap);

    Map<String, String> held = documents(FeedCut.of(then, filter));
    delta.removed().forEach(tombstone -> assertThat(held.remove(tombstone.number())).isNotNull());
    held.putAll(documents(delta));
    assertThat(held).isEqualTo(documents(FeedCut.of(now, filter)));
  }

  @Property(tries = 200)
  void anyRevision_isShownAgainAsItWas(@ForAll("lives") List<Event> life) {
    FakePublished roadmap = new FakePublished(Sample.roadmap("one"));
    Map<Long, byte[]> shown = new HashMap<>();
    for (Event event : life) {
      event.happenTo(roadmap);
      FeedView view = FeedView.of(roadmap);
      shown.put(view.revision(), FeedJson.feed(FeedCut.of(view, FeedFilter.ALL)));
    }
    FeedView now = FeedView.of(roadmap);

    shown.forEach(
        (revision, bytes) -> {
          Place at = new Place.Revision(revision);
          FeedQuery query =
              new FeedQuery(
                  FeedFilter.ALL,
                  Optional.empty(),
                  Optional.of(new FeedQuery.Then(at, Long.toString(revision), Map.of())));
          assertThat(FeedJson.feed(query.cut(now, roadmap))).isEqualTo(bytes);
        });
  }

  /** The measures of an answer by number, each as the feed writes it, below its section's title. */
  private static Map<String, String> documents(FeedCut cut) {
    Map<String, String> documents = new HashMap<>();
    for (MeasureView measure : cut.measures()) {
      documents.put(
          measure.measure().number().value(),
          measure.section().title()
              + new String(FeedJson.measure(cut.view(), measure), StandardCharsets.UTF_8));
    }
    return documents;
  }
}
