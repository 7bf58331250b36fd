package org.sverka.local;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Workbooks in one SQLite file. A change of one cell writes one row of the grid and the head of its
 * workbook.
 */
final class SqliteWorkbookStore implements WorkbookStore {
  private static final int BUSY_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final SqliteFileStore files;

  private SqliteWorkbookStore(HikariDataSource pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    this.files = new SqliteFileStore(jdbi);
  }

  /**
   * Opens the file, making it or bringing it up to date first.
   *
   * @throws SheetFileException if that can't be done
   */
  static SqliteWorkbookStore open(Path file) {
    // SQLite would open it all the same, and fail with the first edit.
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new SheetFileException(file, "access denied");
    }
    try {
      return opened(file);
    } catch (RuntimeException e) {
      throw new SheetFileException(file, e);
    }
  }

  private static SqliteWorkbookStore opened(Path file) {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    settings.setBusyTimeout(BUSY_MILLIS);
    SQLiteDataSource source = new SQLiteDataSource(settings);
    source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("local-sheet");
    // SQLite has one writer; a second connection would only wait for it.
    config.setMaximumPoolSize(1);
    HikariDataSource pool = new HikariDataSource(config);
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:org/sverka/local/db")
          // A file of a newer version is refused, not written with old eyes.
          .ignoreMigrationPatterns("")
          .load()
          .migrate();
      return new SqliteWorkbookStore(pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  @Override
  public Optional<Workbook> load(String id) {
    return jdbi.inTransaction(
        handle ->
            handle
                .createQuery("select * from workbook where id = :id and removed = 0")
                .bind("id", id)
                .mapToMap()
                .findOne()
                .map(row -> workbook(handle, row)));
  }

  private static Workbook workbook(Handle handle, Map<String, Object> row) {
    String id = text(row, "id");
    List<Tab> tabs = new ArrayList<>();
    for (String sheetId : text(row, "tabs").split(",", -1)) {
      tabs.add(tab(handle, id, Integer.parseInt(sheetId)));
    }
    WorkbookProperties properties =
        new WorkbookProperties(
            text(row, "title"),
            text(row, "locale"),
            text(row, "time_zone"),
            text(row, "auto_recalc"));
    return new Workbook(
        id,
        properties,
        tabs,
        WorkbookCodec.metadata(Json.parse(text(row, "metadata").getBytes(StandardCharsets.UTF_8))),
        Long.parseLong(text(row, "revision")),
        Long.parseLong(text(row, "next_row_key")),
        Instant.parse(text(row, "created_at")),
        Instant.parse(text(row, "modified_at")));
  }

  private static Tab tab(Handle handle, String workbook, int sheetId) {
    Map<String, Object> tab =
        handle
            .createQuery(
                "select head, row_order from tab where workbook_id = :book and sheet_id = :sheet")
            .bind("book", workbook)
            .bind("sheet", sheetId)
            .mapToMap()
            .one();
    WorkbookCodec codec = new WorkbookCodec();
    Map<Long, Row> rows = new HashMap<>();
    handle
        .createQuery(
            "select row_key, content from grid_row where workbook_id = :book and sheet_id = :sheet")
        .bind("book", workbook)
        .bind("sheet", sheetId)
        .map((result, context) -> codec.row(result.getLong(1), result.getString(2)))
        .forEach(row -> rows.put(row.key(), row));
    rows.put(0L, Row.BLANK);
    List<Row> ordered = new ArrayList<>();
    for (long key : RowOrder.read(text(tab, "row_order"))) {
      ordered.add(
          Optional.ofNullable(rows.get(key))
              .orElseThrow(() -> new IllegalStateException("lost row " + key)));
    }
    return WorkbookCodec.tab(sheetId, text(tab, "head"), ordered);
  }

  private static String text(Map<String, Object> row, String name) {
    return String.valueOf(row.get(name));
  }

  @Override
  public FileStore files() {
    return files;
  }

  @Override
  public void save(@Nullable Workbook before, Workbook after, Editor editor) {
    jdbi.useTransaction(
        handle -> {
          saveHead(handle, after);
          Map<Integer, Tab> old =
              before == null
                  ? Map.of()
                  : before.tabs().stream().collect(Collectors.toMap(Tab::id, tab -> tab));
          for (Tab tab : after.tabs()) {
            TabWriter.save(handle, after.id(), Optional.ofNullable(old.get(tab.id())), tab);
          }
          for (int gone : old.keySet()) {
            if (after.tab(gone).isEmpty()) {
              TabWriter.delete(handle, after.id(), gone);
            }
          }
          FileHistory.add(handle, after.id(), kind(before, after), editor, after.modifiedAt());
        });
    files.announce();
  }

  private static FileChange.Kind kind(@Nullable Workbook before, Workbook after) {
    return before != null && before.tabs().equals(after.tabs())
        ? FileChange.Kind.PROPERTIES
        : FileChange.Kind.CONTENT;
  }

  private static void saveHead(Handle handle, Workbook book) {
    handle
        .createUpdate(
            """
            insert into workbook (id, title, locale, time_zone, auto_recalc, tabs, metadata, revision, next_row_key,
              created_at, modified_at, change_number)
            values (:id, :title, :locale, :zone, :recalc, :tabs, :metadata, :revision, :key, :created, :modified,
              (select coalesce(max(change_number), 0) + 1 from workbook))
            on conflict (id) do update set title = excluded.title, locale = excluded.locale,
              time_zone = excluded.time_zone, auto_recalc = excluded.auto_recalc, tabs = excluded.tabs,
              metadata = excluded.metadata, revision = excluded.revision, next_row_key = excluded.next_row_key,
              modified_at = excluded.modified_at, change_number = excluded.change_number,
              removed = 0
            """)
        .bind("id", book.id())
        .bind("title", book.properties().title())
        .bind("locale", book.properties().locale())
        .bind("zone", book.properties().timeZone())
        .bind("recalc", book.properties().autoRecalc())
        .bind(
            "tabs",
            book.tabs().stream()
                .map(tab -> Integer.toString(tab.id()))
                .collect(Collectors.joining(",")))
        .bind("metadata", Json.text(WorkbookCodec.metadata(book.metadata())))
        .bind("revision", book.revision())
        .bind("key", book.nextRowKey())
        .bind("created", book.createdAt().toString())
        .bind("modified", book.modifiedAt().toString())
        .execute();
  }

  @Override
  public void remove(String id, Editor editor, Instant now) {
    jdbi.useTransaction(
        handle -> {
          for (String table : Arrays.asList("grid_row", "tab")) {
            handle.execute("delete from " + table + " where workbook_id = ?", id);
          }
          handle.execute("delete from drive_file where id = ?", id);
          handle.execute("update workbook set removed = 1 where id = ?", id);
          FileHistory.number(handle, id);
          FileHistory.add(handle, id, FileChange.Kind.REMOVE, editor, now);
        });
    files.announce();
  }

  @Override
  public void close() {
    pool.close();
  }
}
