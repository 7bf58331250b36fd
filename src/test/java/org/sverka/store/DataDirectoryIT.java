package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.sync.StoreException;

final class DataDirectoryIT {
  @TempDir Path temp;

  @Test
  void missing_isCreatedForItsOwnerAlone() throws IOException {
    Path path = temp.resolve("a/b");

    try (DataDirectory directory = DataDirectory.open(path)) {
      assertThat(directory.path()).isEqualTo(path);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void relativePath_isMadeAbsolute() {
    try (DataDirectory directory = DataDirectory.open(Path.of("target/x/../data-directory"))) {
      assertThat(directory.file("f"))
          .isEqualTo(Path.of("target/data-directory/f").toAbsolutePath());
    }
  }

  @Test
  void takenByThisProcess_isRefused() {
    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThatThrownBy(() -> DataDirectory.open(temp))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              "The data directory %s is in use by another running Sverka. Stop that one first, or"
                  + " give this one a directory of its own with SVERKA_DATA_DIR.",
              directory.path());
    }
  }

  @Test
  void f62_takenByAnotherProcess_isRefusedUntilThatIsKilled() throws Exception {
    Process other = KilledProcess.start(temp);
    try {
      int first = other.getInputStream().read();
      assertThat(first).isNotEqualTo(-1);

      assertThatThrownBy(() -> DataDirectory.open(temp))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another running Sverka");
    } finally {
      int unused = other.destroyForcibly().waitFor();
    }

    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThat(directory.file("lock")).exists();
    }
  }

  @Test
  void closed_isFree() {
    DataDirectory.open(temp).close();

    try (DataDirectory directory = DataDirectory.open(temp)) {
      assertThat(directory.path()).isEqualTo(temp);
    }
  }

  @Test
  void plainFile_isRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("data"), "");

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The data directory " + file + " is not a directory.");
  }

  @Test
  void belowAPlainFile_isRefused() throws IOException {
    Path path = Files.writeString(temp.resolve("file"), "").resolve("data");

    assertThatThrownBy(() -> DataDirectory.open(path))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The data directory " + path + " cannot be created");
  }

  // Not even root may write there.
  @Test
  void unwritable_isRefused() {
    assertThatThrownBy(() -> DataDirectory.open(Path.of("/proc")))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The data directory /proc cannot be written");
  }
}
