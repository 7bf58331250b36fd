package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sverka.sync.StoreException;

class SqliteFaultTest {
  private static final Path FILE = Path.of("data", "sverka.db");

  @ParameterizedTest
  @CsvSource({
    "SQLITE_BUSY, Close it; if there is none",
    "SQLITE_BUSY_RECOVERY, Close it; if there is none",
    "SQLITE_LOCKED, Close it; if there is none",
    "SQLITE_FULL, goes on when there is room again",
    "SQLITE_NOTADB, Put back a copy that is whole",
    "SQLITE_CORRUPT_VTAB, Put back a copy that is whole",
    "SQLITE_READONLY, Let the user that runs Sverka write it",
    "SQLITE_ERROR, could not do what was asked"
  })
  void fault_isToldWithFileAndWhatToDo(SQLiteErrorCode code, String advice) {
    RuntimeException fault = new IllegalStateException(new SQLiteException("said so", code));

    assertThat(SqliteFault.explain(FILE, fault)).hasMessageContainingAll(FILE.toString(), advice);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_IOERR_FSYNC, true", "SQLITE_BUSY, false", "SQLITE_FULL, false"})
  void onlyAFailingDisk_leavesInDoubtWhatWasWritten(SQLiteErrorCode code, boolean doubt) {
    StoreException fault =
        SqliteFault.explain(FILE, new IllegalStateException(new SQLiteException("said so", code)));

    assertThat(SqliteFault.isOfTheDisk(fault)).isEqualTo(doubt);
  }
}
