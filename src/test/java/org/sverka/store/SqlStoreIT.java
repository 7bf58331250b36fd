package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.FIRST;
import static org.sverka.store.Samples.ROADMAP;
import static org.sverka.store.Samples.TENTH;
import static org.sverka.store.Samples.entry;
import static org.sverka.store.Samples.measure;
import static org.sverka.store.Samples.measures;
import static org.sverka.store.Samples.seal;
import static org.sverka.store.Samples.state;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Severity;
import org.sverka.sheet.Cell;
import org.sverka.sync.JournalState;
import org.sverka.sync.JournalState.Review;
import org.sverka.sync.Margins;
import org.sverka.sync.MeasureState;
import org.sverka.sync.Rebuff;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

final class SqlStoreIT {
  @TempDir Path temp;
  private DataDirectory directory;
  private Store store;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
    store = Stores.open("", directory);
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  @Test
  void nothingCommitted_isEmpty() {
    assertThat(store.load(ROADMAP)).isEmpty();
    assertThat(store.head(ROADMAP)).isEqualTo(Chain.ORIGIN);
    assertThat(store.log(ROADMAP).after(0, 10, LogFilter.ALL)).isEmpty();
    assertThat(store.log(ROADMAP).entry(1)).isEmpty();
  }

  @Test
  void commit_isLoadedAgain() {
    List<SealedEntry> entries = seal(store, entry(1), entry(2));
    State next = state(2, measures("В работе"));

    store.commit(ROADMAP, next, next.measures(), entries);

    assertThat(store.load(ROADMAP)).contains(next);
    assertThat(store.head(ROADMAP)).isEqualTo(entries.get(1).hash());
    assertThat(store.log(ROADMAP).after(0, 10, LogFilter.ALL)).isEqualTo(entries);
    assertThat(store.log(ROADMAP).entry(2)).contains(entries.get(1));
  }

  @Test
  void keptBeforeRepairsRememberedWords_isLoadedWithoutThem() throws Exception {
    List<SealedEntry> entries = seal(store, entry(1));
    State next = state(1, measures("В работе"));
    store.commit(ROADMAP, next, next.measures(), entries);
    close();
    Older.make(file(), "5");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE measure_state SET state = REPLACE(state, ',\"redline\":\"[убрано: x]\"', '')");
    }

    open();

    Map<String, Rebuff> rebuffs = store.load(ROADMAP).orElseThrow().measures().get(FIRST).rebuffs();
    assertThat(rebuffs.get("text").at()).isNotEmpty();
    assertThat(rebuffs.get("text").redline()).isEmpty();
  }

  @Test
  void reopened_hasTheSame() {
    List<SealedEntry> entries = seal(store, entry(1));
    State next = state(1, measures("В работе"));
    store.commit(ROADMAP, next, next.measures(), entries);

    close();
    open();

    assertThat(store.load(ROADMAP)).contains(next);
    assertThat(store.log(ROADMAP).after(0, 10, LogFilter.ALL)).isEqualTo(entries);
  }

  @Test
  void placeReadTo_isKeptOverARestart() {
    assertThat(store.place("drive")).isEmpty();
    store.keepPlace("drive", "17");
    store.keepPlace("drive", "18");
    store.keepPlace("other", "1");

    close();
    open();

    assertThat(store.place("drive")).contains("18");
  }

  @Test
  void onlyChangedMeasure_othersStay() {
    commitFirst();
    Map<MeasureNumber, MeasureState> changed = Map.of(FIRST, measure("Исполнено"));
    State next = state(2, Map.of(FIRST, changed.get(FIRST), TENTH, measure("Не начато")));

    store.commit(ROADMAP, next, changed, seal(store, entry(2)));

    assertThat(store.load(ROADMAP)).contains(next);
  }

  @Test
  void stateWithoutEntries_isKept() {
    State first = commitFirst();
    State next = new State(first.edition(), 1, first.changedAt(), first.measures(), Samples.BARE);

    store.commit(ROADMAP, next, Map.of(), List.of());

    assertThat(store.load(ROADMAP)).contains(next);
  }

  @Test
  void whatIsKnownOfJournalAndMargins_isLoadedAgain() {
    State first = commitFirst();
    Review review = new Review(Map.of("reviewed", Cell.text("Так и задумано")), "Записано");
    State next =
        new State(
            first.edition(),
            1,
            first.changedAt(),
            first.measures(),
            first.sheet(),
            new JournalState(8, Map.of(7L, review, 12L, review)),
            new Margins(Map.of("1.1", List.of("status")), "«Для себя»"));

    store.commit(ROADMAP, next, Map.of(), List.of());

    assertThat(store.load(ROADMAP)).contains(next);
  }

  @Test
  void stateFromBeforeThereWasAJournal_knowsOfNone() throws Exception {
    State first = commitFirst();
    close();
    Older.make(file(), "3");

    open();

    assertThat(store.load(ROADMAP)).contains(first);
    assertThat(first.journal()).isEqualTo(JournalState.NONE);
    assertThat(first.margins()).isEqualTo(Margins.NONE);
  }

  @Test
  void logFromBeforeItWasKnownBySectionTypeAndSeverity_isFoundByThem() throws Exception {
    List<Entry> entries =
        LongStream.rangeClosed(1, 60)
            .mapToObj(Samples.Change::new)
            .map(c -> c.measure(c.seq() % 5 == 0 ? "12.1" : "1.10"))
            .map(c -> c.rule(c.seq() % 2 == 0 ? "header" : "status-vocabulary").entry())
            .toList();
    Samples.commitAll(store, entries);
    close();
    Older.make(file(), "6");

    open();

    LogFilter filter =
        new LogFilter("", "1", "", "edit", "", "error", "header", "", "", Instant.MIN, Instant.MAX);
    assertThat(store.log(ROADMAP).after(0, 100, filter).stream().map(line -> line.entry()))
        .isEqualTo(
            entries.stream()
                .filter(entry -> entry.section().equals("1") && entry.type() == EntryType.EDIT)
                .filter(entry -> entry.gravest().equals(Optional.of(Severity.ERROR)))
                .filter(e -> e.findings().stream().anyMatch(f -> f.rule().equals("header")))
                .toList())
        .isNotEmpty();
  }

  private Path file() {
    return temp.resolve("data").resolve("sverka.db");
  }

  @Test
  void newEdition_dropsMeasuresItDoesNotHave() {
    commitFirst();
    Map<MeasureNumber, MeasureState> measures = Map.of(TENTH, measure("Не начато"));
    State next = new State("sha256:f", 2, Samples.NINE, measures, Samples.SHEET);

    store.commit(ROADMAP, next, Map.of(), seal(store, entry(2)));

    assertThat(store.load(ROADMAP)).contains(next);
  }

  @Test
  void twoRoadmaps_doNotMix() {
    State first = commitFirst();
    List<SealedEntry> entries = Chain.seal(Chain.ORIGIN, List.of(entry(1)), () -> "ab".repeat(16));
    State other = state(1, Map.of(FIRST, measure("Отложено")));

    store.commit("other", other, other.measures(), entries);

    assertThat(store.load(ROADMAP)).contains(first);
    assertThat(store.load("other")).contains(other);
    assertThat(store.log("other").after(0, 10, LogFilter.ALL)).isEqualTo(entries);
  }

  @Test
  void wrongNumber_isRefusedAndNothingWritten() {
    State first = commitFirst();
    State next = state(3, measures("Исполнено"));
    List<SealedEntry> gap = seal(store, entry(3));

    assertRefused(next, gap, "Entry 3 of the log of " + ROADMAP + " cannot be added");
    assertThat(store.load(ROADMAP)).contains(first);
  }

  @Test
  void wrongHead_isRefusedAndNothingWritten() {
    State first = commitFirst();
    State next = state(2, measures("Исполнено"));
    List<SealedEntry> foreign = Chain.seal(Chain.ORIGIN, List.of(entry(2)), () -> "ab".repeat(16));

    assertRefused(next, foreign, "does not follow the hash");
    assertThat(store.load(ROADMAP)).contains(first);
  }

  @Test
  void wrongHash_isRefused() {
    commitFirst();
    SealedEntry good = seal(store, entry(2)).get(0);
    SealedEntry bad =
        new SealedEntry(
            good.entry(), "ff".repeat(16), good.textDigest(), good.previousHash(), good.hash());

    assertRefused(state(2, measures("Исполнено")), List.of(bad), "its own hashes are wrong");
  }

  @Test
  void revisionThatIsNotTheNewestEntry_isRefusedAndNothingWritten() {
    State first = commitFirst();
    List<SealedEntry> entries = seal(store, entry(2));

    assertRefused(state(5, measures("Исполнено")), entries, "has the revision 5");
    assertThat(store.load(ROADMAP)).contains(first);
    assertThat(store.log(ROADMAP).entry(2)).isEmpty();
  }

  @Test
  void measureNeverHandedOver_isRefusedAndNothingWritten() {
    State next = state(1, measures("В работе"));
    List<SealedEntry> entries = seal(store, entry(1));

    assertThatThrownBy(
            () -> store.commit(ROADMAP, next, Map.of(FIRST, measure("В работе")), entries))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("1 measures");
    assertThat(store.load(ROADMAP)).isEmpty();
    assertThat(store.head(ROADMAP)).isEqualTo(Chain.ORIGIN);
  }

  @Test
  void changedMeasureUnlikeTheState_isRefused() {
    State next = state(1, measures("В работе"));
    List<SealedEntry> entries = seal(store, entry(1));

    assertThatThrownBy(() -> store.commit(ROADMAP, next, measures("Исполнено"), entries))
        .isInstanceOf(StoreException.class);
    assertThat(store.load(ROADMAP)).isEmpty();
  }

  @Test
  void editionKeptTwice_isNoFault() {
    byte[] json = "{\"id\":\"Дорожная карта\"}".getBytes(StandardCharsets.UTF_8);
    store.keepEdition(ROADMAP, "sha256:e", json);
    store.keepEdition(ROADMAP, "sha256:e", json);

    assertThat(Tampering.one(directory, "SELECT canonical_json FROM edition"))
        .isEqualTo("{\"id\":\"Дорожная карта\"}");
  }

  @Test
  void closed_saysSo() {
    store.close();

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("sverka.db");
  }

  private State commitFirst() {
    State next = state(1, measures("В работе"));
    store.commit(ROADMAP, next, next.measures(), seal(store, entry(1)));
    return next;
  }

  private void assertRefused(State next, List<SealedEntry> entries, String message) {
    assertThatThrownBy(() -> store.commit(ROADMAP, next, next.measures(), entries))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("Nothing was written");
  }
}
