package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.log.Entry;
import org.sverka.log.EntryType;
import org.sverka.log.PartyBasis;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.Verdict;
import org.sverka.sync.MeasureState;
import org.sverka.sync.State;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.text.Sha256;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.Fault;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

/** A data directory is checked from outside, and any change of it found. */
final class CheckedDirectoryIT {
  private static final int SIZE = 300;
  private static final int TURN = 100;
  private static final String DOCUMENT = "{\"sections\":[{\"measures\":[{\"number\":\"1.1\"}]}]}";
  private static final String EDITION = "sha256:" + Sha256.hex(DOCUMENT);

  @TempDir static Path temp;
  private static DataDirectory directory;

  @BeforeAll
  static void fill() {
    directory = DataDirectory.open(temp.resolve("data dir"));
    try (Store store = Stores.open("", directory)) {
      store.keepEdition(ROADMAP, EDITION, DOCUMENT.getBytes(StandardCharsets.UTF_8));
      for (long last = TURN; last <= SIZE; last += TURN) {
        commit(store, last);
      }
    }
  }

  /** One turn, as the program makes it: all at one moment, and the site shows it from then on. */
  private static void commit(Store store, long last) {
    Instant at = Samples.NINE.plusSeconds(last);
    List<Entry> entries =
        LongStream.rangeClosed(last - TURN + 1, last)
            .mapToObj(seq -> seq == 1 ? edition(at) : new Samples.Change(seq).at(at).entry())
            .toList();
    MeasureState measure = Samples.measure("В работе");
    Map<MeasureNumber, MeasureState> measures =
        Map.of(
            Samples.FIRST,
            new MeasureState(
                measure.present(),
                measure.seen(),
                measure.published(),
                measure.held(),
                measure.rebuffs(),
                at,
                measure.check(),
                measure.site()));
    State next = new State(EDITION, last, at, measures, Samples.SHEET);
    store.commit(ROADMAP, next, measures, Samples.seal(store, entries.toArray(Entry[]::new)));
  }

  private static Entry edition(Instant at) {
    return new Entry(
        1,
        at,
        EntryType.EDITION,
        "",
        "",
        "",
        EDITION,
        Verdict.NONE,
        List.of(),
        "",
        PartyBasis.UNKNOWN,
        true);
  }

  @AfterAll
  static void close() {
    directory.close();
  }

  @Test
  void directoryAsItWasWritten_isRight() {
    assertThat(check())
        .isInstanceOfSatisfying(
            Outcome.Right.class, right -> assertThat(right.entries()).isEqualTo(SIZE));
  }

  @Test
  void directoryInUse_isChecked() {
    try (Store store = Stores.open("", directory)) {
      assertThat(store.load(ROADMAP)).isPresent();
      assertThat(check()).isInstanceOf(Outcome.Right.class);
    }
  }

  @Test
  void check_writesNothing() throws IOException {
    byte[] before = Files.readAllBytes(directory.file("sverka.db"));

    assertThat(check()).isInstanceOf(Outcome.Right.class);

    assertThat(Files.readAllBytes(directory.file("sverka.db"))).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "at_millis ; at_millis + 1 ; HASH",
        "type ; 'row' ; HASH",
        "measure ; '1.2' ; HASH",
        "column_key ; 'progress.spb' ; HASH",
        "verdict ; 'accepted' ; HASH",
        "party ; 'kaliningrad' ; HASH",
        "party_basis ; 'account' ; HASH",
        "published ; 1 - published ; HASH",
        "published ; 2 ; FORM",
        "about ; about + 1 ; HASH",
        "text_before ; text_before || ' ' ; TEXT_DIGEST",
        "text_after ; '' ; TEXT_DIGEST",
        "salt ; replace(salt, '0', '1') ; TEXT_DIGEST",
        "salt ; '' ; ERASED_IN_PART",
        "text_digest ; replace(text_digest, '1', '2') ; TEXT_DIGEST",
        "previous_hash ; replace(previous_hash, '1', '2') ; PREVIOUS_HASH",
        "hash ; replace(hash, '1', '2') ; HASH",
        "seq ; 100000 ; NUMBER"
      })
  void changedColumnOfAnEntry_isFound(String column, String value, Fault fault) {
    assertThat(changed("UPDATE entry SET " + column + " = " + value + " WHERE seq = 270"))
        .isEqualTo(new Outcome.Wrong(fault, "270"));
  }

  /** The number in the row alone, past the index; what is read by the index is as it was. */
  @Test
  void f60_changedByteOfANumber_isFound() throws IOException {
    Path file = directory.file("sverka.db");
    byte[] right = Files.readAllBytes(file);
    byte[] wrong = right.clone();
    wrong[placeOfNumber(right, SIZE - 1)]++;
    try {
      Files.write(file, wrong);

      assertThat(check()).isEqualTo(new Outcome.Wrong(Fault.DATABASE, "entry, row " + (SIZE - 1)));
      assertThatThrownBy(() -> Stores.open("", directory).close())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another number in its row");
    } finally {
      Files.write(file, right);
    }
  }

  /** In a row the roadmap is followed by the number, and that by the moment. */
  private static int placeOfNumber(byte[] database, long seq) {
    long millis = Long.parseLong(one("SELECT at_millis FROM entry WHERE seq = " + seq));
    ByteBuffer row = ByteBuffer.allocate(64).put(ROADMAP.getBytes(StandardCharsets.UTF_8));
    row.putShort((short) seq).putShort((short) (millis >> 32)).putInt((int) millis);
    String wanted = text(Arrays.copyOf(row.array(), row.position()));
    return text(database).indexOf(wanted) + ROADMAP.length() + 1;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry SET section = '9' WHERE seq = 270",
        "UPDATE entry SET severity = '' WHERE seq = 270",
        "DELETE FROM entry_rule WHERE seq = 270 AND rule = 'b-note'",
        "UPDATE entry_rule SET party = 'kaliningrad' WHERE seq = 270",
        "UPDATE entry_rule SET rule = 'x' WHERE seq = 270 AND rule = 'b-note'",
        "UPDATE entry_hour SET first_seq = 271",
        "DELETE FROM entry_waiting"
      })
  void entryThatIsNoLongerFound_isFound(String update) {
    assertThat(changed(update))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class, wrong -> assertThat(wrong.fault()).isEqualTo(Fault.FOUND_BY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE published_measure SET shown = replace(shown, 'in-progress', 'Готово бы')",
        "UPDATE published_measure SET number = '1.2'",
        "UPDATE published_measure SET shown = replace(shown, 'in-progress', 'done')"
            + " WHERE revision = 200",
        "INSERT INTO published_measure SELECT roadmap, number, 50, shown FROM published_measure"
            + " WHERE revision = 100"
      })
  void valueThatNoEntryHasBrought_isFound(String update) {
    assertThat(changed(update))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class, wrong -> assertThat(wrong.fault()).isEqualTo(Fault.SHOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM published_measure WHERE revision = 100",
        "DELETE FROM published_measure WHERE revision = 200",
        "DELETE FROM published_measure WHERE revision = 300",
        "UPDATE published_measure SET shown = replace(shown, 'in-progress', '')"
            + " WHERE revision = 200",
        "INSERT INTO published_measure SELECT roadmap, '9.9', revision, '{}'"
            + " FROM published_measure",
        "INSERT INTO revision SELECT roadmap, 150, e.at_millis, changed_at, edition"
            + " FROM revision r JOIN entry e USING (roadmap) WHERE e.seq = 150 AND revision = 200"
      })
  void historyOfAMeasureThatIsNotThatOfItsEntries_isFound(String update) {
    assertThat(changed(update))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class, wrong -> assertThat(wrong.fault()).isEqualTo(Fault.SHOWN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DELETE FROM revision WHERE revision = 200 ; 101",
        "DELETE FROM revision WHERE revision = 300 ; 201",
        "UPDATE revision SET at_millis = at_millis + 1 WHERE revision = 200 ; 200",
        "UPDATE revision SET changed_at = '2026-01-01T00:00:00Z' WHERE revision = 200 ; 200",
        "UPDATE revision SET edition = 'sha256:0' WHERE revision = 200 ; 200",
        "UPDATE revision SET revision = 199 WHERE revision = 200 ; 200"
      })
  void revisionThatIsNotThatOfItsCommit_isFound(String update, String where) {
    assertThat(changed(update)).isEqualTo(new Outcome.Wrong(Fault.HISTORY, where));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE edition SET canonical_json = '{}'", "DELETE FROM edition"})
  void signedDocumentThatIsGoneOrAnother_isFound(String update) {
    assertThat(changed(update)).isEqualTo(new Outcome.Wrong(Fault.EDITION, EDITION));
  }

  @Test
  void historyThatBeginsLater_isRight() {
    assertThat(
            changed(
                "DELETE FROM published_measure WHERE revision = 100",
                "DELETE FROM revision WHERE revision = 100"))
        .isInstanceOf(Outcome.Right.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 2", "1, 1", "2, 0", "0, -1"})
  void tileBeyondTheTree_isFound(int level, int tile) {
    assertThat(
            changed(
                "INSERT INTO tree_tile SELECT roadmap, %d, %d, hashes FROM tree_tile LIMIT 1"
                    .formatted(level, tile)))
        .isEqualTo(new Outcome.Wrong(Fault.TILE, level + "/" + tile));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE entry_finding SET rule = 'x' WHERE seq = 270 AND position = 0",
        "UPDATE entry_finding SET severity = 'note' WHERE seq = 270 AND position = 0",
        "UPDATE entry_finding SET message = '' WHERE seq = 270 AND position = 0",
        "UPDATE entry_finding SET position = 9 WHERE seq = 270 AND position = 2",
        "DELETE FROM entry_finding WHERE seq = 270 AND position = 2",
        "UPDATE entry_finding SET seq = 100000 WHERE seq = 270 AND position = 2"
      })
  void changedFinding_isFound(String update) {
    assertThat(changed(update))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class, wrong -> assertThat(wrong.where()).isEqualTo("270"));
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0/000", "0, 1, 0/001.p/44", "1, 0, 1/000.p/1"})
  void anyChangedCharacterOfATile_isFound(int level, int tile, String path) {
    String where = " WHERE level = " + level + " AND tile = " + tile;
    int length = Integer.parseInt(one("SELECT length(hashes) FROM tree_tile" + where));
    for (int at = 1; at <= length; at += 1 + length / 50) {
      String tail = "substr(hashes, " + (at + 1) + ")";
      String other = "CASE substr(hashes, " + at + ", 1) WHEN 'A' THEN 'B' ELSE 'A' END";
      String set = "substr(hashes, 1, " + (at - 1) + ") || " + other + " || " + tail;

      assertThat(changed("UPDATE tree_tile SET hashes = " + set + where))
          .isInstanceOfSatisfying(
              Outcome.Wrong.class, wrong -> assertThat(wrong.where()).startsWith(path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM tree_tile WHERE level = 1",
        "UPDATE tree_tile SET level = 2 WHERE level = 1",
        "UPDATE tree_tile SET hashes = hashes || hashes WHERE level = 0 AND tile = 0"
      })
  void tileThatIsMissingOrTooLong_isFound(String update) {
    assertThat(changed(update))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class, wrong -> assertThat(wrong.fault()).isEqualTo(Fault.TILE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"log-key", "log-signed"})
  void anyChangedByteOfKeyOrCheckpoint_isFound(String name) throws IOException {
    Path file = directory.file(name);
    byte[] good = Files.readAllBytes(file);
    try {
      for (int at = 0; at < good.length - 1; at++) {
        byte[] changed = good.clone();
        changed[at] ^= 1;
        Files.write(file, changed);

        assertThat(check())
            .as(name + " byte " + at)
            .isInstanceOfSatisfying(
                Outcome.Wrong.class,
                wrong -> assertThat(wrong.fault().name()).matches("KEY|CHECKPOINT_.*"));
      }
    } finally {
      Files.write(file, good);
    }
  }

  @Test
  void endThatWasCutOff_isMissedByWhatWasSigned() {
    assertThat(
            changed(
                "DELETE FROM entry_finding WHERE seq = 300",
                "DELETE FROM entry_rule WHERE seq = 300",
                "DELETE FROM entry WHERE seq = 300"))
        .isEqualTo(new Outcome.Wrong(Fault.CHECKPOINT_SIZE, "299"));
  }

  /** What is found after a change, which is then taken back. */
  private static Outcome changed(String... updates) {
    Path file = directory.file("sverka.db");
    try {
      byte[] good = Files.readAllBytes(file);
      try {
        for (String update : updates) {
          Tampering.change(directory, update);
        }
        return check();
      } finally {
        Files.write(file, good);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String one(String query) {
    return Tampering.one(directory, query);
  }

  private static Outcome check() {
    try (DirectorySource.Logs logs = DirectorySource.open(directory.path())) {
      assertThat(logs.all()).hasSize(1);
      return LogCheck.run(logs.all().get(0).source(), Optional.empty());
    }
  }
}
