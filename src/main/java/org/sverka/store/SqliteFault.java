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
    Optional<SQLiteErrorCode> code =
        Stream.<Throwable>iterate(fault, e -> e != null, Throwable::getCause)
            .filter(SQLiteException.class::isInstance)
            .map(e -> ((SQLiteException) e).getResultCode())
            .findFirst();
    return code.map(c -> Words.text(key(c), file, c.message))
        .orElseGet(() -> Words.text("database-failed", file, fault));
  }

  // The low byte is the error, the others tell of its circumstances.
  private static String key(SQLiteErrorCode code) {
    int primary = code.code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_NOTADB.code
        || primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return "database-unusable";
    }
    if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || primary == SQLiteErrorCode.SQLITE_READONLY.code
        || primary == SQLiteErrorCode.SQLITE_PERM.code) {
      return "database-not-writable";
    }
    return primary == SQLiteErrorCode.SQLITE_FULL.code ? "database-full" : "database-failed";
  }
}
