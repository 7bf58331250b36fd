package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.store.Samples.BARE;
import static org.sverka.store.Samples.NINE;
import static org.sverka.store.Samples.entry;
import static org.sverka.store.Samples.seal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.RoadmapJson;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.testing.Sample;

final class HistoryIT {
  private static final Roadmap SIGNED = Sample.roadmap(Samples.ROADMAP);
  private static final MeasureNumber FIRST = new MeasureNumber("1.1");
  private static final MeasureNumber LAST = new MeasureNumber("9.10");

  @TempDir Path temp;
  private DataDirectory directory;
  private Store store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    store = Stores.open("", directory);
    store.keepEdition(Samples.ROADMAP, SIGNED.edition().name(), RoadmapJson.canonical(SIGNED));
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  private static Instant at(long revision) {
    return NINE.plusSeconds(60 * revision);
  }

  private static MeasureState shows(String status, long revision) {
    return new MeasureState(
        true, Map.of(), Map.of("status", status), Map.of(), Map.of(), at(revision), "", "");
  }

  /** Commits a turn that made the entries up to that revision. */
  private void commit(long revision, Map<MeasureNumber, MeasureState> changed) {
    long last = store.load(Samples.ROADMAP).map(State::revision).orElse(0L);
    Map<MeasureNumber, MeasureState> all = new HashMap<>();
    SIGNED.measures().keySet().forEach(number -> all.put(number, shows("not-started", 1)));
    store.load(Samples.ROADMAP).ifPresent(state -> all.putAll(state.measures()));
    all.putAll(changed);
    List<SealedEntry> entries =
        seal(
            store,
            LongStream.rangeClosed(last + 1, revision)
                .mapToObj(seq -> entry(seq))
                .toArray(org.sverka.log.Entry[]::new));
    State next = new State(SIGNED.edition().name(), revision, at(revision), all, BARE);
    store.commit(Samples.ROADMAP, next, last == 0 ? all : changed, entries);
  }

  private History history() {
    return store.history(Samples.ROADMAP);
  }

  private String status(MeasureNumber measure, long revision) {
    History.Point point = history().at(revision).orElseThrow();
    return history().state(point).measures().get(measure).published("status");
  }

  private void threeRevisions() {
    commit(1, Map.of());
    commit(4, Map.of(FIRST, shows("in-progress", 4)));
    commit(5, Map.of(FIRST, shows("done", 5), LAST, shows("postponed", 5)));
  }

  @Test
  void eachRevision_isShownAsItWas() {
    threeRevisions();

    assertThat(status(FIRST, 1)).isEqualTo("not-started");
    assertThat(status(FIRST, 4)).isEqualTo("in-progress");
    assertThat(status(LAST, 4)).isEqualTo("not-started");
    assertThat(status(FIRST, 5)).isEqualTo("done");
    assertThat(status(LAST, 5)).isEqualTo("postponed");
  }

  @Test
  void numberInsideATurn_isTheRevisionBeforeIt() {
    threeRevisions();

    assertThat(history().at(3)).contains(new History.Point(1, at(1), SIGNED.edition().name()));
    assertThat(history().at(0)).isEmpty();
    assertThat(history().at(Long.MAX_VALUE).orElseThrow().revision()).isEqualTo(5);
  }

  @Test
  void moment_isTheRevisionThatWasShownThen() {
    threeRevisions();

    assertThat(history().at(at(4)).orElseThrow().revision()).isEqualTo(4);
    assertThat(history().at(at(4).minusMillis(1)).orElseThrow().revision()).isEqualTo(1);
    assertThat(history().at(at(1).minusMillis(1))).isEmpty();
  }

  @Test
  void revisionsAfterANumber_comeOldestFirst() {
    threeRevisions();

    assertThat(history().after(1, 10)).extracting(History.Point::revision).containsExactly(4L, 5L);
    assertThat(history().after(0, 1)).extracting(History.Point::revision).containsExactly(1L);
  }

  @Test
  void documentOfARevision_isReadBackEqual() {
    threeRevisions();

    assertThat(history().roadmap(history().at(4).orElseThrow())).isEqualTo(SIGNED);
  }

  @Test
  void commitWithoutEntries_keepsTheLaterForm() {
    threeRevisions();

    commit(5, Map.of(FIRST, shows("recurring", 5)));

    assertThat(status(FIRST, 5)).isEqualTo("recurring");
    assertThat(history().after(0, 10)).hasSize(3);
  }

  @Test
  void databaseFromBeforeTheHistory_beginsOneWithItsNextCommit() {
    threeRevisions();
    Tampering.change(directory, "DELETE FROM revision");
    Tampering.change(directory, "DELETE FROM published_measure");

    commit(6, Map.of(FIRST, shows("recurring", 6)));

    assertThat(history().at(5)).isEmpty();
    assertThat(status(FIRST, 6)).isEqualTo("recurring");
    assertThat(status(LAST, 6)).isEqualTo("postponed");
  }
}
