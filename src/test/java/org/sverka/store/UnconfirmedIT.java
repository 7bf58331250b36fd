package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sverka.sync.StoreException;

/** After a disk has failed in a write; scripts/torture makes real disks' calls fail. */
final class UnconfirmedIT {
  @TempDir Path temp;

  private SqliteDatabase open() {
    return SqliteDatabase.open(temp.resolve("sverka.db"));
  }

  private static void keep(Database database, String place) {
    database.write(
        handle -> handle.execute("INSERT INTO reading_place (name, place) VALUES (?, '')", place));
  }

  private static int kept(Database database) {
    return database.read(
        handle ->
            handle.createQuery("SELECT COUNT(*) FROM reading_place").mapTo(Integer.class).one());
  }

  private static void fail(Database database, SQLiteErrorCode code) {
    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      throw new TransactionException(new SQLiteException("no", code));
                    }))
        .isInstanceOf(StoreException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {"SQLITE_IOERR", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_WRITE"})
  void f56_diskFailedInAWrite_nothingMoreIsWritten(SQLiteErrorCode code) {
    try (SqliteDatabase database = open()) {
      keep(database, "before");
      fail(database, code);

      assertThatThrownBy(() -> keep(database, "after"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(temp.toString())
          .hasMessageContaining("start Sverka again");
      assertThatThrownBy(database::compact).hasMessageContaining("start Sverka again");
    }
  }

  @Test
  void f56_diskFailedInAWrite_isStillRead() {
    try (SqliteDatabase database = open()) {
      keep(database, "before");
      fail(database, SQLiteErrorCode.SQLITE_IOERR_FSYNC);

      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void f56_startedAgain_goesOn() {
    try (SqliteDatabase database = open()) {
      fail(database, SQLiteErrorCode.SQLITE_IOERR_FSYNC);
    }
    try (SqliteDatabase database = open()) {
      keep(database, "after");

      assertThat(kept(database)).isEqualTo(1);
    }
  }

  @Test
  void f55_diskWasFull_goesOnWhenThereIsRoom() {
    try (SqliteDatabase database = open()) {
      fail(database, SQLiteErrorCode.SQLITE_FULL);
      keep(database, "after");

      assertThat(kept(database)).isEqualTo(1);
    }
  }
}
