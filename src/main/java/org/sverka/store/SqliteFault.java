package org.sverka.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sverka.sync.StoreException;

/** What the database's errors mean to an operator. */
final class SqliteFault {
  private SqliteFault() {}

  static StoreException explain(Path file, RuntimeException fault) {
    return new StoreException(words(file, fault), fault);
  }

  private static String words(Path file, RuntimeException fault) {
    if (fault instanceof FlywayValidateException) {
      return Words.text("database-version", file, String.valueOf(fault.getMessage()));
    }
    return code(fault)
        .map(c -> Words.text(key(c), file, c.message))
        .orElseGet(() -> Words.text("database-failed", file, fault));
  }

  /** Whether the disk failed, so that nobody knows what is on it. */
  static boolean isOfTheDisk(StoreException fault) {
    return code(fault)
        .filter(code -> primary(code) == SQLiteErrorCode.SQLITE_IOERR.code)
        .isPresent();
  }

  private static Optional<SQLiteErrorCode> code(Throwable fault) {
    return Stream.iterate(fault, e -> e != null, Throwable::getCause)
        .filter(SQLiteException.class::isInstance)
        .map(e -> ((SQLiteException) e).getResultCode())
        .findFirst();
  }

  // The low byte is the error, the others tell of its circumstances.
  private static int primary(SQLiteErrorCode code) {
    return code.code & 0xff;
  }

  private static String key(SQLiteErrorCode code) {
    int primary = primary(code);
    if (primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return "database-unusable";
    }
    if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return "database-not-writable";
    }
    if (primary == SQLiteErrorCode.SQLITE_BUSY.code
        || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return "database-locked";
    }
    return primary == SQLiteErrorCode.SQLITE_FULL.code ? "database-full" : "database-failed";
  }
}
