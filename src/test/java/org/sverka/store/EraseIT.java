package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.LoggedFinding;
import org.sverka.log.PartyBasis;
import org.sverka.log.SealedEntry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.roadmap.RoadmapJson;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.sync.Charter;
import org.sverka.sync.Erasure;
import org.sverka.sync.History;
import org.sverka.sync.MeasureState;
import org.sverka.sync.Rebuff;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.testing.SignedRoadmap;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

final class EraseIT {
  private static final String SECRET = "Совещание у госпожи Незабудкиной";
  private static final String CLEAN = "Совещание проведено";

  private static final Charter CHARTER = SignedRoadmap.charter();

  @TempDir Path temp;
  private DataDirectory directory;
  private Store store;

  /** 1: nothing. 2: the text comes. 3: it is replaced. */
  @BeforeEach
  void fill() {
    directory = DataDirectory.open(temp.resolve("data"));
    store = Stores.open("", directory);
    commit(entry(1, "", ""), shown(""));
    commit(entry(2, "", SECRET), shown(SECRET));
    commit(entry(3, SECRET, CLEAN), shown(CLEAN));
  }

  @AfterEach
  void close() {
    store.close();
    directory.close();
  }

  @Test
  void erasedEntry_hasItsDigestAndNothingElseThatWasWritten() {
    SealedEntry before = sealed(2);

    Erasure.Traces unused = erase(2);

    assertThat(sealed(2)).isEqualTo(before.erased());
    assertThat(sealed(2).entry().findings().get(0).message()).isEmpty();
    assertThat(sealed(3).entry().before()).isEqualTo(SECRET);
  }

  @Test
  void erasure_isAnEntryAboutTheErasedOne() {
    Erasure.Traces unused = erase(2);

    Entry erasure = sealed(4).entry();
    assertThat(erasure.type()).isEqualTo(EntryType.REVIEW);
    assertThat(erasure.column()).isEqualTo("erased");
    assertThat(erasure.about()).isEqualTo(2);
    assertThat(erasure.after()).isEqualTo("по обращению");
    assertThat(store.load(ROADMAP).orElseThrow().revision()).isEqualTo(4);
  }

  @Test
  void whatWasSignedBefore_isStillTheBeginningOfTheLog() {
    String before = store.transparency(ROADMAP).checkpoint(3);

    Erasure.Traces unused = erase(2);

    assertThat(store.transparency(ROADMAP).checkpoint(3)).isEqualTo(before);
    try (DirectorySource.Logs logs = DirectorySource.open(directory.path())) {
      assertThat(LogCheck.run(logs.all().get(0).source(), Optional.empty()))
          .isInstanceOfSatisfying(
              Outcome.Right.class,
              right -> {
                assertThat(right.entries()).isEqualTo(4);
                assertThat(right.erased()).isEqualTo(1);
              });
    }
  }

  @Test
  void otherEntriesWithTheText_areNamedAndLeft() {
    assertThat(erase(2).entries()).containsExactly(3L);
    assertThat(erase(3).entries()).isEmpty();
  }

  @Test
  void entriesOfOtherPlacesWithTheText_areNamedToo() {
    commit(entry(4, "2.1", "text", "", "Рассмотрено: " + SECRET), shown(CLEAN));
    commit(entry(5, "", "", "", "Ход работ:  " + SECRET.replace(" ", "\n ")), shown(CLEAN));
    commit(entry(6, "2.1", "text", "", CLEAN), shown(CLEAN));

    assertThat(erase(2).entries()).containsExactly(3L, 4L, 5L);
  }

  @Test
  void findingThatQuotesTheText_namesItsEntry() {
    Entry plain = entry(4, "2.1", "text", "", "x");
    LoggedFinding quote = new LoggedFinding("repeated", Severity.NOTE, "Как в 1.1: " + SECRET);
    commit(plain.withFindings(List.of(quote)), shown(CLEAN));

    assertThat(erase(2).entries()).containsExactly(3L, 4L);
  }

  @Test
  void shortText_namesOnlyEntriesOfItsCell() {
    commit(entry(4, "1.1", "status", "", "В работе"), shown(CLEAN));
    commit(entry(5, "1.1", "status", "В работе ", ""), shown(CLEAN));
    commit(entry(6, "1.2", "status", "", "В работе"), shown(CLEAN));

    assertThat(erase(4).entries()).containsExactly(5L);
  }

  @Test
  void moreThanAHundredEntries_areNotAllNamed() {
    for (long seq = 4; seq <= 104; seq++) {
      commit(entry(seq, "1.1", "progress.spb", SECRET, ""), shown(CLEAN));
    }

    Erasure.Traces traces = erase(2);

    assertThat(traces.entries()).hasSize(100).endsWith(102L);
    assertThat(traces.more()).isTrue();
  }

  @Test
  void linksTypedWithBlankLines_areErasedFromTheSiteOfThePast() {
    commit(
        entry(4, "1.1", "evidence", "", " https://vk.com/a \n\n https://gov.spb.ru/5"),
        measure(Map.of("evidence", "https://vk.com/a\nhttps://gov.spb.ru/5"), Map.of()));
    commit(entry(5, "1.1", "evidence", "https://vk.com/a", ""), shown(CLEAN));

    assertThat(erase(4).revisions()).isEqualTo(1);

    assertThat(shownAt(4)).doesNotContain("vk.com");
  }

  @Test
  void statusOnTheSiteOfThePast_staysAsItNamesNobody() {
    commit(
        entry(4, "1.1", "status", "", "В работе"),
        measure(Map.of("status", "in-progress"), Map.of()));
    commit(entry(5, "1.1", "status", "В работе", ""), shown(CLEAN));

    assertThat(erase(4).revisions()).isZero();

    assertThat(shownAt(4)).contains("in-progress");
  }

  @Test
  void wordsOfARepair_leaveTheDatabaseToo() {
    Rebuff rebuff = new Rebuff(List.of(Samples.NINE), false, "[добавлено: Незабудкиной]");
    commit(
        entry(4, "1.1", "text", "", SECRET),
        measure(Map.of("progress.spb", CLEAN), Map.of("text", rebuff)));

    Erasure.Traces unused = erase(4);

    assertThat(Tampering.one(directory, "SELECT state FROM measure_state WHERE number = '1.1'"))
        .doesNotContain("Незабудкиной");
  }

  @Test
  void siteOfThePast_doesNotShowTheTextAnyMore() {
    assertThat(historyAt(2)).isEqualTo(SECRET);

    assertThat(erase(2).revisions()).isEqualTo(1);

    assertThat(historyAt(2)).isEmpty();
    assertThat(historyAt(3)).isEqualTo(CLEAN);
  }

  @Test
  void siteOfThePast_saysThatATextWasErasedThere() {
    store.keepEdition(ROADMAP, "sha256:e", RoadmapJson.canonical(CHARTER.roadmap()));
    assertThat(erasedAt(2)).isEmpty();

    Erasure.Traces unused = erase(2);

    assertThat(erasedAt(2)).isEqualTo(Map.of(Samples.FIRST, Set.of("progress.spb")));
    assertThat(erasedAt(3)).isEmpty();
    assertThat(erasedAt(1)).isEmpty();
    assertThat(store.history(ROADMAP).at(2).map(store.history(ROADMAP)::state)).isPresent();
  }

  @Test
  void erasedColumns_standBesideWhatIsShownAndNowhereElse() {
    Erasure.Traces unused = erase(2);

    assertThat(shownAt(2)).contains("\"erased\":[\"progress.spb\"]");
    assertThat(shownAt(3)).doesNotContain("erased");
  }

  private Map<MeasureNumber, Set<String>> erasedAt(long revision) {
    History history = store.history(ROADMAP);
    return history.erased(history.at(revision).orElseThrow());
  }

  @Test
  void whatTheSiteStillShows_stays() {
    assertThat(erase(3).revisions()).isEqualTo(1);

    assertThat(historyAt(2)).isEmpty();
    assertThat(historyAt(3)).isEqualTo(CLEAN);
    assertThat(historyAt(4)).isEqualTo(CLEAN);
  }

  @Test
  void erasedText_isNowhereOnTheDisk() throws IOException {
    Erasure.Traces first = erase(2);
    Erasure.Traces second = erase(3);
    store.compact();

    assertThat(first.revisions() + second.revisions()).isEqualTo(1);
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    for (String file : List.of("sverka.db", "sverka.db-wal")) {
      assertThat(indexOf(Files.readAllBytes(directory.file(file)), secret)).as(file).isNegative();
    }
    store.close();
    store = Stores.open("", directory);
    assertThat(store.load(ROADMAP)).isPresent();
  }

  @Test
  void erasureThatDoesNotFollow_erasesNothing() {
    State state = store.load(ROADMAP).orElseThrow();
    Erasure erasure = erasure(state, 2);
    List<SealedEntry> wrong =
        org.sverka.log.Chain.seal(
            org.sverka.log.Chain.ORIGIN, List.of(erasure.entry()), () -> "0".repeat(32));

    assertThatThrownBy(() -> store.erase(ROADMAP, sealed(2).entry(), erasure, wrong))
        .isInstanceOf(StoreException.class);
    assertThat(sealed(2).entry().after()).isEqualTo(SECRET);
    assertThat(historyAt(2)).isEqualTo(SECRET);
  }

  private Erasure.Traces erase(long seq) {
    State state = store.load(ROADMAP).orElseThrow();
    Erasure erasure = erasure(state, seq);
    return store.erase(ROADMAP, sealed(seq).entry(), erasure, Samples.seal(store, erasure.entry()));
  }

  private Erasure erasure(State state, long seq) {
    return Erasure.of(CHARTER, state, sealed(seq).entry(), "по обращению", Instant.EPOCH);
  }

  private SealedEntry sealed(long seq) {
    return store.log(ROADMAP).entry(seq).orElseThrow();
  }

  private String historyAt(long revision) {
    return shownAt(revision)
        .replaceAll(".*\"published\":\\{(\"progress.spb\":\"([^\"]*)\")?}.*", "$2");
  }

  private String shownAt(long revision) {
    return Tampering.one(
        directory,
        "SELECT shown FROM published_measure WHERE number = '1.1' AND revision <= "
            + revision
            + " ORDER BY revision DESC LIMIT 1");
  }

  private void commit(Entry entry, MeasureState shown) {
    Map<MeasureNumber, MeasureState> measures = Map.of(Samples.FIRST, shown);
    store.commit(
        ROADMAP, Samples.state(entry.seq(), measures), measures, Samples.seal(store, entry));
  }

  private static MeasureState shown(String text) {
    return measure(text.isEmpty() ? Map.of() : Map.of("progress.spb", text), Map.of());
  }

  private static MeasureState measure(Map<String, String> published, Map<String, Rebuff> rebuffs) {
    return new MeasureState(true, Map.of(), published, Map.of(), rebuffs, Samples.NINE, "", "");
  }

  private static Entry entry(long seq, String before, String after) {
    Entry plain = entry(seq, "1.1", "progress.spb", before, after);
    return plain.withFindings(
        List.of(new LoggedFinding("personal-data", Severity.WARNING, "В тексте: " + after)));
  }

  private static Entry entry(long seq, String measure, String column, String before, String after) {
    return new Entry(
        seq,
        Samples.NINE,
        EntryType.EDIT,
        measure,
        column,
        before,
        after,
        Verdict.ACCEPTED_WITH_WARNINGS,
        List.of(),
        "spb",
        PartyBasis.COLUMN,
        true);
  }

  private static int indexOf(byte[] all, byte[] wanted) {
    for (int i = 0; i + wanted.length <= all.length; i++) {
      if (java.util.Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
