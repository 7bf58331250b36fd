package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sverka.store.Samples.ROADMAP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.log.Entry;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;

final class StoresIT {
  @TempDir Path temp;
  private DataDirectory directory;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(temp);
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void noUrl_keepsEverythingInTheDirectory() {
    Stores.open("", directory).close();

    assertThat(directory.file("sverka.db")).exists();
  }

  @Test
  void postgresql_isNotInThisVersionAndNoPasswordIsShown() {
    assertThatThrownBy(() -> Stores.open("jdbc:postgresql://u:secret@h/db", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not in this version")
        .hasMessageNotContaining("secret");
  }

  @Test
  void unknownUrl_isRefusedAndNotShown() {
    assertThatThrownBy(() -> Stores.open("jdbc:other:secret", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("SVERKA_STORE is not understood")
        .hasMessageNotContaining("secret");
  }

  @Test
  void strangeFile_isRefusedAndLeftAlone() throws IOException {
    String text = "not a database ".repeat(1000);
    Files.writeString(directory.file("sverka.db"), text);

    assertThatThrownBy(() -> Stores.open("", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The database " + directory.file("sverka.db") + " is damaged");
    assertThat(directory.file("sverka.db")).hasContent(text);
  }

  @Test
  void directoryInPlaceOfTheFile_isRefused() throws IOException {
    Files.createDirectory(directory.file("sverka.db"));

    assertThatThrownBy(() -> Stores.open("", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(
            "The database " + directory.file("sverka.db") + " cannot be opened");
  }

  @Test
  void f68_databaseOfANewerVersion_isRefusedAndLeftAlone() throws IOException {
    Stores.open("", directory).close();
    Tampering.change(
        directory,
        "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, 'V99__later.sql', 1,"
            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history WHERE version = '1'");
    byte[] before = Files.readAllBytes(directory.file("sverka.db"));

    assertThatThrownBy(() -> Stores.open("", directory))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not fit this version of Sverka");
    assertThat(directory.file("sverka.db")).hasBinaryContent(before);
  }

  @Test
  void changedEntry_isFoundAtLoad() {
    commit(5);
    Tampering.change(directory, "UPDATE entry SET text_after = 'x' WHERE seq = 3");

    assertLoadRefused("Entry 3 of the log of " + ROADMAP + " is damaged");
  }

  @Test
  void missingEntry_isFoundAtLoad() {
    commit(5);
    Tampering.change(directory, "DELETE FROM entry WHERE seq = 4");

    assertLoadRefused("Entry 4 of the log of " + ROADMAP + " is damaged");
  }

  @Test
  void lostNewestEntry_isFoundAtLoad() {
    commit(5);
    Tampering.change(directory, "DELETE FROM entry WHERE seq = 5");

    assertLoadRefused("has the revision 5, but its newest log entry is 4");
  }

  @Test
  void unreadableState_isFoundAtLoad() {
    commit(1);
    Tampering.change(directory, "UPDATE measure_state SET state = '{}'");

    assertLoadRefused("The state of " + ROADMAP + " cannot be read");
  }

  private void commit(int count) {
    try (Store store = Stores.open("", directory)) {
      List<Entry> entries = LongStream.rangeClosed(1, count).mapToObj(Samples::entry).toList();
      Samples.commitAll(store, entries);
    }
  }

  private void assertLoadRefused(String message) {
    try (Store store = Stores.open("", directory)) {
      assertThatThrownBy(() -> store.load(ROADMAP))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(message);
    }
  }
}
