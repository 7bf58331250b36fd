package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.LogFilter;
import org.sverka.log.SealedEntry;
import org.sverka.sync.ForkedLogException;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

/** A copy of a data directory, and the way back. */
final class BackupIT {
  @TempDir Path temp;
  private DataDirectory directory;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp.resolve("data"));
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void backupWhileTheStoreIsOpen_isTheLogOfThatMoment() {
    Path backup = temp.resolve("backup");
    List<SealedEntry> then;
    try (Store store = Stores.open("", directory)) {
      commit(store, 1, 20);
      then = all(store);
      Backup.make(directory.path(), backup);
      commit(store, 21, 40);
    }

    try (DataDirectory copy = DataDirectory.open(backup);
        Store store = Stores.open("", copy)) {
      assertThat(store.load(ROADMAP)).isPresent();
      assertThat(all(store)).isEqualTo(then);
    }
  }

  @Test
  void backup_canBeReadByItsOwnerAlone() throws IOException {
    Path backup = backupAfter(1);

    assertThat(Files.getPosixFilePermissions(backup)).hasSize(3);
    assertThat(Files.getPosixFilePermissions(backup.resolve("log-key"))).hasSize(2);
  }

  @Test
  void placeThatIsTaken_isRefusedAndLeftAlone() throws IOException {
    Path taken = Files.writeString(temp.resolve("taken"), "mine");
    Stores.open("", directory).close();

    assertThatThrownBy(() -> Backup.make(directory.path(), taken))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is there already");
    assertThat(taken).hasContent("mine");
  }

  @Test
  void backupThatWasBrokenOff_isInNobodysWay() throws IOException {
    Path half = Files.createDirectory(temp.resolve(".backup.new"));
    Files.writeString(half.resolve("sverka.db"), "half");
    try (Store store = Stores.open("", directory)) {
      commit(store, 1, 3);
    }

    Backup.make(directory.path(), temp.resolve("backup"));

    assertThat(half).doesNotExist();
    assertThat(temp.resolve("backup").resolve("sverka.db")).isNotEmptyFile();
  }

  @Test
  void backupOfToday_isPutBackWhole() {
    Path backup = temp.resolve("backup");
    List<SealedEntry> then;
    try (Store store = Stores.open("", directory)) {
      commit(store, 1, 20);
      then = all(store);
    }
    Backup.make(directory.path(), backup);
    Tampering.change(directory, "UPDATE entry SET text_after = 'x' WHERE seq = 20");

    Backup.Restored restored = Backup.restore(backup, directory, ".replaced");

    assertThat(restored.kept()).contains(directory.file("sverka.db.replaced"));
    assertThat(restored.knowsBetter()).isTrue();
    assertThat(restored.lacking()).isEmpty();
    assertThat(directory.file("sverka.db.replaced")).isNotEmptyFile();
    try (Store store = Stores.open("", directory)) {
      assertThat(store.load(ROADMAP)).isPresent();
      assertThat(all(store)).isEqualTo(then);
      commit(store, 21, 22);
    }
  }

  @Test
  void f69_backupOfYesterday_isPutBackAndNothingIsSignedOrAdded() {
    Path backup = temp.resolve("backup");
    try (Store store = Stores.open("", directory)) {
      commit(store, 1, 20);
      Backup.make(directory.path(), backup);
      commit(store, 21, 40);
    }

    Backup.Restored restored = Backup.restore(backup, directory, ".replaced");

    assertThat(restored.lacking())
        .containsExactly(new Backup.Behind("sverka.internal/" + ROADMAP + "/log", 20, 40));
    try (Store store = Stores.open("", directory)) {
      assertThatThrownBy(() -> store.load(ROADMAP)).isInstanceOf(ForkedLogException.class);
      assertThatThrownBy(() -> commit(store, 21, 21)).isInstanceOf(ForkedLogException.class);
    }
  }

  @Test
  void emptyDirectory_takesKeyAndSignatureFromTheBackup() {
    Path backup = backupAfter(20);
    try (DataDirectory other = DataDirectory.open(temp.resolve("other"))) {
      assertThat(Backup.restore(backup, other, ".replaced"))
          .isEqualTo(new Backup.Restored(Optional.empty(), false, List.of()));

      try (Store store = Stores.open("", other)) {
        assertThat(store.load(ROADMAP)).isPresent();
        commit(store, 21, 22);
      }
      assertThat(other.file("log-key")).hasSameTextualContentAs(directory.file("log-key"));
    }
  }

  @Test
  void keyThatCannotBeLookedAt_isNeitherLeftOutNorReplaced() throws IOException {
    Path backup = backupAfter(20);
    Path key = directory.file("log-key");
    Files.delete(key);
    Files.createSymbolicLink(key, key.getFileName());

    assertThatThrownBy(() -> Backup.restore(backup, directory, ".replaced"))
        .isInstanceOf(StoreException.class);
    assertThat(key).isSymbolicLink();
    assertThatThrownBy(() -> Backup.make(directory.path(), temp.resolve("next")))
        .isInstanceOf(StoreException.class);
    assertThat(temp.resolve("next")).doesNotExist();
  }

  @Test
  void restoreThatFails_leavesNoHalfCopy() throws IOException {
    Path backup = backupAfter(20);
    Files.createFile(directory.file("sverka.db.replaced"));
    List<Path> before = files();

    assertThatThrownBy(() -> Backup.restore(backup, directory, ".replaced"))
        .isInstanceOf(StoreException.class);

    assertThat(files()).isEqualTo(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory.path())) {
      return files.sorted().toList();
    }
  }

  @Test
  void whatIsNoBackup_isRefused() {
    Stores.open("", directory).close();

    assertThatThrownBy(() -> Backup.restore(temp.resolve("none"), directory, ".replaced"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is no backup");
    assertThat(directory.file("sverka.db")).exists();
  }

  private Path backupAfter(long last) {
    Path backup = temp.resolve("backup");
    try (Store store = Stores.open("", directory)) {
      commit(store, 1, last);
    }
    Backup.make(directory.path(), backup);
    return backup;
  }

  private static void commit(Store store, long first, long last) {
    Samples.commitAll(store, LongStream.rangeClosed(first, last).mapToObj(Samples::entry).toList());
  }

  private static List<SealedEntry> all(Store store) {
    return store.log(ROADMAP).after(0, 100, LogFilter.ALL);
  }
}
