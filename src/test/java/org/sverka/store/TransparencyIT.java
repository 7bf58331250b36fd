package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.Chain;
import org.sverka.log.Entry;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.sync.ForkedLogException;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.EntryBundle;
import org.sverka.tlog.Hash;
import org.sverka.tlog.SignedNote;
import org.sverka.tlog.SigningKey;
import org.sverka.tlog.TileAddress;
import org.sverka.tlog.TransparencyLog;

final class TransparencyIT {
  private static final String ORIGIN = "sverka.internal/" + ROADMAP + "/log";

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
  void committedEntries_areTheLeavesOfTheSignedTree() {
    commit(1, 3);

    Checkpoint checkpoint = checkpoint(3);

    assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
    assertThat(checkpoint.size()).isEqualTo(3);
    List<Hash> leaves = leaves();
    assertThat(checkpoint.root())
        .isEqualTo(Hash.node(Hash.node(leaves.get(0), leaves.get(1)), leaves.get(2)));
  }

  @Test
  void tile_isServedAsFarAsTheTreeReaches() {
    commit(1, 300);
    List<Hash> leaves = leaves();

    assertThat(tile("0/000")).isEqualTo(joined(leaves.subList(0, 256)));
    assertThat(tile("0/001.p/44")).isEqualTo(joined(leaves.subList(256, 300)));
    assertThat(tile("0/001.p/7")).isEqualTo(joined(leaves.subList(256, 263)));
    assertThat(tile("1/000.p/1")).hasSize(Hash.BYTES);
    for (String none : List.of("0/001", "0/001.p/45", "0/002.p/1", "1/000.p/2", "2/000.p/1")) {
      assertThat(transparency().tile(TileAddress.parse(none).orElseThrow())).as(none).isEmpty();
    }
  }

  @Test
  void bundle_hasTheVeryBytesThatTheHashesAreOf() {
    commit(1, 300);
    List<byte[]> entries = log().stream().map(Chain::leaf).toList();

    assertThat(tile("entries/001.p/44")).isEqualTo(EntryBundle.write(entries.subList(256, 300)));
    assertThat(tile("entries/000")).isEqualTo(EntryBundle.write(entries.subList(0, 256)));
    assertThat(transparency().tile(TileAddress.full(TileAddress.ENTRIES, 1))).isEmpty();
  }

  @Test
  void f68_logFromBeforeThereWereTrees_getsItsTree() throws Exception {
    commit(1, 700);
    Checkpoint before = checkpoint(700);
    store.close();
    Older.make(directory.file("sverka.db"), "6");

    store = Stores.open("", directory);

    assertThat(store.load(ROADMAP)).isPresent();
    assertThat(checkpoint(700)).isEqualTo(before);
  }

  @Test
  void treeThatWasHalfMade_isGoneOnWith() {
    commit(1, 700);
    Checkpoint before = checkpoint(700);
    store.close();
    Tampering.change(directory, "DELETE FROM tree_tile WHERE NOT (level = 0 AND tile = 0)");
    Tampering.change(
        directory,
        "UPDATE tree_tile SET hashes = substr(hashes, 1, 128)"); // 96 bytes: three hashes

    store = Stores.open("", directory);

    assertThat(checkpoint(700)).isEqualTo(before);
  }

  @Test
  void damagedEntry_getsNoTree() {
    commit(1, 300);
    store.close();
    Tampering.change(directory, "DELETE FROM tree_tile");
    Tampering.change(directory, "UPDATE entry SET measure = '9.9' WHERE seq = 7");

    assertThatThrownBy(() -> Stores.open("", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Entry 7 of the log of " + ROADMAP + " is damaged");
    Tampering.change(directory, "UPDATE entry SET measure = '1.1' WHERE seq = 7");
    store = Stores.open("", directory);
  }

  @Test
  void treeThatIsLongerThanTheLog_isFoundAtLoad() {
    commit(1, 3);
    Tampering.change(
        directory, "UPDATE tree_tile SET hashes = hashes || '" + "A".repeat(128) + "'");
    reopen(Stores.NO_HOST);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("has 6 leaves, but the log 3 entries");
  }

  @Test
  void key_isMadeOnceAndForItsOwnerAlone() throws IOException {
    assertThat(store.load(ROADMAP)).isEmpty();
    String key = transparency().key().text();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    reopen("elsewhere.example");
    assertThat(transparency().key().text()).isEqualTo(key).startsWith(ORIGIN + "+");
  }

  @Test
  void originOfANewLog_beginsWithThePublicAddress() {
    reopen("sverka.example/base");

    assertThat(transparency().key().name()).isEqualTo("sverka.example/base/" + ROADMAP + "/log");
  }

  @Test
  void secondLogInTheDirectory_getsAKeyOfItsOwn() {
    String first = transparency().key().text();
    String second = store.transparency("another").key().text();

    reopen(Stores.NO_HOST);

    assertThat(transparency().key().text()).isEqualTo(first);
    assertThat(store.transparency("another").key().text()).isEqualTo(second);
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void keyThatOthersCanRead_isRefused() throws IOException {
    assertThat(transparency().key().text()).isNotEmpty();
    Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
    reopen(Stores.NO_HOST);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("chmod 600 " + keyFile());
  }

  @Test
  void damagedKey_isRefusedAndNotQuoted() throws IOException {
    String secret = key().substring(0, 40);
    Files.writeString(keyFile(), key().replaceFirst("PRIVATE", "PRIVATX"));
    reopen(Stores.NO_HOST);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be read")
        .hasMessageNotContaining(secret.substring(8));
  }

  @Test
  void f69_yesterdaysBackup_isNotGoneOnWith() throws IOException {
    commit(1, 5);
    copy("sverka.db", "yesterday.db");
    reopen(Stores.NO_HOST);
    commit(6, 10);
    store.close();
    copy("yesterday.db", "sverka.db");
    store = Stores.open("", directory);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(ForkedLogException.class)
        .hasMessageContaining("has 5 entries here, but 10 were signed")
        .hasMessageContaining("Put back the newest copy");
    assertThatThrownBy(() -> commit(6, 6)).isInstanceOf(ForkedLogException.class);
    assertThat(log()).hasSize(5);
  }

  @Test
  void f69_wholeDirectoryOfYesterday_isRefusedByWhatTheSheetShows() throws IOException {
    String seen = yesterdayIsBack();
    assertThat(store.load(ROADMAP)).isPresent();

    assertThatThrownBy(() -> store.requireNoFork(ROADMAP, seen))
        .isInstanceOf(ForkedLogException.class)
        .hasMessageContaining("has 5 entries here, but 10 were signed");

    assertThatThrownBy(() -> commit(6, 6)).isInstanceOf(ForkedLogException.class);
    assertThat(log()).hasSize(5);
    reopen(Stores.NO_HOST);
    assertThatThrownBy(() -> store.load(ROADMAP)).isInstanceOf(ForkedLogException.class);
  }

  @Test
  void f69_historyThatWentOnElsewhere_isRefusedByWhatTheSheetShows() throws IOException {
    String seen = yesterdayIsBack();
    Samples.commitAll(store, LongStream.rangeClosed(6, 12).mapToObj(Samples::entry).toList());
    String other = store.checkpoint(ROADMAP).orElseThrow();
    assertThat(other).isNotEqualTo(seen);

    assertThatThrownBy(() -> store.requireNoFork(ROADMAP, seen))
        .isInstanceOf(ForkedLogException.class)
        .hasMessageContaining("The first 10 entries of the log of " + ROADMAP + " are not those");
  }

  @Test
  void whatTheSheetShowsAndTheLogHas_isNoFork() {
    commit(1, 5);
    String seen = store.checkpoint(ROADMAP).orElseThrow();
    commit(6, 7);

    assertThatCode(() -> store.requireNoFork(ROADMAP, seen)).doesNotThrowAnyException();
    assertThat(signed()).startsWith(ORIGIN + "\n7\n");
  }

  @Test
  void checkpointThatTheLogsKeyDidNotSign_saysNothing() {
    commit(1, 5);
    String own = store.checkpoint(ROADMAP).orElseThrow();
    SigningKey stranger = SigningKey.generate(ORIGIN);
    String body = new Checkpoint(ORIGIN, 99, Hash.EMPTY).body();

    for (String seen :
        List.of(
            "",
            "x",
            "\n\n",
            body,
            own.replace("\n5\n", "\n9\n"),
            SignedNote.sign(body, stranger))) {
      assertThatCode(() -> store.requireNoFork(ROADMAP, seen)).doesNotThrowAnyException();
    }
    assertThat(signed()).isEqualTo(own);
  }

  /** All of yesterday's directory; what the sheet was given since. */
  private String yesterdayIsBack() throws IOException {
    commit(1, 5);
    for (String file : List.of("sverka.db", "log-signed")) {
      copy(file, file + ".yesterday");
    }
    reopen(Stores.NO_HOST);
    Samples.commitAll(store, List.of(entry(6), entry(7), entry(8), entry(9), other(10)));
    String seen = store.checkpoint(ROADMAP).orElseThrow();
    for (String file : List.of("sverka.db", "log-signed")) {
      copy(file + ".yesterday", file);
    }
    reopen(Stores.NO_HOST);
    return seen;
  }

  @Test
  void f69_databaseThatIsGone_isNotBegunAnew() throws IOException {
    commit(1, 5);
    store.close();
    Files.delete(directory.file("sverka.db"));
    store = Stores.open("", directory);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(ForkedLogException.class)
        .hasMessageContaining("has 0 entries here, but 5 were signed");
  }

  @Test
  void f69_otherHistoryOfTheSameLength_isRefused() throws IOException {
    commit(1, 5);
    copy("log-key", "key");
    copy("log-signed", "signed");
    store.close();
    Files.delete(directory.file("sverka.db"));
    Files.delete(directory.file("log-signed"));
    store = Stores.open("", directory);
    Samples.commitAll(store, List.of(entry(1), entry(2), entry(3), entry(4), other(5), entry(6)));
    copy("signed", "log-signed");
    reopen(Stores.NO_HOST);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(ForkedLogException.class)
        .hasMessageContaining("The first 5 entries of the log of " + ROADMAP + " are not those");
  }

  @Test
  void forkThatIsTakenOn_hasAnotherKey() throws IOException {
    commit(1, 5);
    String key = transparency().key().text();
    store.close();
    Files.delete(directory.file("sverka.db"));
    Files.delete(keyFile());
    Files.delete(directory.file("log-signed"));
    store = Stores.open("", directory);

    assertThat(store.load(ROADMAP)).isEmpty();
    assertThat(transparency().key().text()).isNotEqualTo(key).startsWith(ORIGIN + "+");
  }

  @Test
  void whatWasSignedLastAndCannotBeRead_isNotGoneOnWith() throws IOException {
    Files.writeString(directory.file("log-signed"), "half of a checkp");

    assertThatThrownBy(() -> commit(1, 2))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("it is cut off");
    assertThat(log()).isEmpty();
  }

  @Test
  void f54_keyThatCannotBeLookedAt_isNotReplaced() throws IOException {
    Path nowhere = loop(keyFile());

    assertThatThrownBy(() -> commit(1, 2))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The key of the log in " + keyFile() + " cannot be read");
    assertThat(nowhere).isSymbolicLink();
    assertThat(log()).isEmpty();
  }

  @Test
  void f54_whatWasSignedLastAndCannotBeLookedAt_isNotGoneOnWith() throws IOException {
    Path nowhere = loop(directory.file("log-signed"));

    assertThatThrownBy(() -> commit(1, 2))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not say what was signed last");
    assertThat(nowhere).isSymbolicLink();
    assertThat(log()).isEmpty();
  }

  @Test
  void keyThatIsLost_isNotReplacedWhileWhatItSignedIsThere() throws IOException {
    commit(1, 5);
    Files.delete(keyFile());
    reopen(Stores.NO_HOST);

    assertThatThrownBy(() -> store.load(ROADMAP))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Put back a copy of log-key");
    assertThat(keyFile()).doesNotExist();

    Files.delete(directory.file("log-signed"));
    assertThat(store.load(ROADMAP)).isPresent();
    assertThat(keyFile()).exists();
  }

  @Test
  void whatCannotBeRemembered_isCommittedAndSignedLater() throws IOException {
    assertThat(store.load(ROADMAP)).isEmpty();
    Path inTheWay = Files.createDirectories(directory.file("log-signed").resolve("in-the-way"));

    commit(1, 2);

    assertThat(log()).hasSize(2);
    assertThatThrownBy(() -> transparency().checkpoint(2)).isInstanceOf(StoreException.class);
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    assertThat(checkpoint(2).size()).isEqualTo(2);
    assertThat(signed()).startsWith(ORIGIN + "\n2\n");
  }

  @Test
  void olderCheckpoint_canBeSignedAgainAndIsTheSame() {
    commit(1, 2);
    String two = transparency().checkpoint(2);
    commit(3, 5);

    assertThat(transparency().checkpoint(2)).isEqualTo(two);
    assertThat(signed()).startsWith(ORIGIN + "\n5\n");
  }

  /** Makes a name of which nobody can find out whether there is a file. */
  private static Path loop(Path name) throws IOException {
    return Files.createSymbolicLink(name, name.getFileName());
  }

  private void commit(long from, long to) {
    List<Entry> entries = LongStream.rangeClosed(from, to).mapToObj(Samples::entry).toList();
    Samples.commitAll(store, entries);
  }

  private static Entry entry(long seq) {
    return Samples.entry(seq);
  }

  private static Entry other(long seq) {
    return new Samples.Change(seq).measure("9.9").entry();
  }

  private List<SealedEntry> log() {
    return store.log(ROADMAP).after(0, 1_000, LogFilter.ALL);
  }

  private List<Hash> leaves() {
    return log().stream().map(entry -> Hash.leaf(Chain.leaf(entry))).toList();
  }

  private TransparencyLog transparency() {
    return store.transparency(ROADMAP);
  }

  private Checkpoint checkpoint(long size) {
    TransparencyLog log = transparency();
    return SignedNote.open(log.checkpoint(size), log.key()).map(Checkpoint::parse).orElseThrow();
  }

  private byte[] tile(String path) {
    return transparency().tile(TileAddress.parse(path).orElseThrow()).orElseThrow();
  }

  private static byte[] joined(List<Hash> hashes) {
    byte[] bytes = new byte[hashes.size() * Hash.BYTES];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.BYTES, Hash.BYTES);
    }
    return bytes;
  }

  private void reopen(String host) {
    store.close();
    store = Stores.open("", directory, host);
  }

  private Path keyFile() {
    return directory.file("log-key");
  }

  private String key() throws IOException {
    assertThat(transparency().key().text()).isNotEmpty();
    return Files.readString(keyFile());
  }

  private String signed() {
    try {
      return Files.readString(directory.file("log-signed"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void copy(String from, String to) throws IOException {
    store.close();
    Files.copy(directory.file(from), directory.file(to), StandardCopyOption.REPLACE_EXISTING);
  }
}
