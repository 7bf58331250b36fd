package org.sverka.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sverka.sync.StoreException;

/**
 * A SQLite file. One connection writes, a few read; readers see the last commit and never wait for
 * the writer.
 *
 * <p>Once the disk has failed in a write nothing more is written. The system may have dropped what
 * it could not sync, and says so only once: the next sync would confirm what is not there.
 */
final class SqliteDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
  private static final int READERS = 4;
  private static final int BUSY_MILLIS = 10_000;

  /** Flyway tries ten times, a second apart, before it gives up. */
  private static final int BUSY_MILLIS_OF_FLYWAY = 1_000;

  private final Path file;
  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private boolean unconfirmed;

  private SqliteDatabase(Path file, HikariDataSource writer, HikariDataSource readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
  }

  /** Opens the file, creating it and its tables if need be. */
  static SqliteDatabase open(Path file) {
    // SQLite would open it all the same, and fail with the first commit.
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new StoreException(Words.text("database-not-writable", file, "access denied"));
    }
    reportUnfinished(file.resolveSibling(file.getFileName() + "-wal"));
    try {
      migrate(source(file, TransactionMode.IMMEDIATE, BUSY_MILLIS_OF_FLYWAY));
      HikariDataSource writer =
          pool("writer", 1, source(file, TransactionMode.IMMEDIATE, BUSY_MILLIS), "");
      HikariDataSource readers =
          pool(
              "reader",
              READERS,
              source(file, TransactionMode.DEFERRED, BUSY_MILLIS),
              "PRAGMA query_only = true");
      return new SqliteDatabase(file, writer, readers);
    } catch (RuntimeException e) {
      throw SqliteFault.explain(file, e);
    }
  }

  private static void reportUnfinished(Path log) {
    try {
      long bytes = WriteAheadLog.unfinished(log);
      if (bytes > 0) {
        LOG.atWarn().log(Words.text("database-unfinished", log, bytes));
      }
    } catch (IOException e) {
      throw new StoreException(Words.text("database-failed", log, e), e);
    }
  }

  @Override
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    return in(readers, work);
  }

  @Override
  public synchronized void write(HandleConsumer<RuntimeException> work) {
    confirmed(
        () -> {
          var unused = in(writer, work.asCallback());
        });
  }

  // Free pages keep what stood on them, and so does the write-ahead log.
  @Override
  public synchronized void compact() {
    confirmed(
        () -> {
          try {
            Jdbi.create(writer)
                .useHandle(
                    handle -> {
                      handle.execute("VACUUM");
                      handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().list();
                    });
          } catch (RuntimeException e) {
            throw SqliteFault.explain(file, e);
          }
        });
  }

  private void confirmed(Runnable write) {
    if (unconfirmed) {
      throw new StoreException(Words.text("database-unconfirmed", file));
    }
    try {
      write.run();
    } catch (StoreException e) {
      unconfirmed = SqliteFault.isOfTheDisk(e);
      throw e;
    }
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  private <T> T in(DataSource source, HandleCallback<T, RuntimeException> work) {
    try {
      return Jdbi.create(source).inTransaction(work);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      throw SqliteFault.explain(file, e);
    }
  }

  private static void migrate(DataSource source) {
    Flyway.configure(SqliteDatabase.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:org/sverka/store/migration")
        // A database of a newer version is refused, not written with old eyes.
        .ignoreMigrationPatterns("")
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  private static HikariDataSource pool(String name, int size, DataSource source, String onOpen) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store-" + name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    if (!onOpen.isEmpty()) {
      config.setConnectionInitSql(onOpen);
    }
    return new HikariDataSource(config);
  }

  // With the write-ahead log, FULL is what makes a commit outlive a power cut.
  private static DataSource source(Path file, TransactionMode mode, int busyMillis) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(busyMillis);
    config.setTransactionMode(mode);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
