package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The files in the SQLite file of the workbooks. */
final class SqliteFileStore implements FileStore {
  // The newest change that is told, or the file's first, so that there is always one.
  private static final String FILES =
      """
      select w.id, w.title, w.created_at, f.trashed, f.parent, f.grants, c.version, c.modified_at, c.editor
      from workbook w
        join file_change c on c.number = coalesce(
          (select number from file_change t where t.file_id = w.id and t.at <= :horizon
            order by t.at desc, t.number desc limit 1),
          (select min(number) from file_change t where t.file_id = w.id))
        left join drive_file f on f.id = w.id
      where w.removed = 0
      """;
  private static final String CHANGES =
      "select number, file_id, version, at, kind, editor from file_change c where at <= :horizon ";

  private final Jdbi jdbi;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  SqliteFileStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<DriveFile> find(String id, Horizon horizon) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FILES + " and w.id = :id")
                .bind("id", id)
                .bind("horizon", horizon.millis())
                .map(SqliteFileStore::file)
                .findOne());
  }

  @Override
  public List<DriveFile> list(Horizon horizon) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(FILES)
                .bind("horizon", horizon.millis())
                .map(SqliteFileStore::file)
                .list());
  }

  private static DriveFile file(ResultSet row, StatementContext context) throws SQLException {
    String parent = row.getString("parent");
    String grants = row.getString("grants");
    return new DriveFile(
        row.getString("id"),
        row.getString("title"),
        Instant.parse(row.getString("created_at")),
        Instant.ofEpochMilli(row.getLong("modified_at")),
        row.getLong("version"),
        Editor.valueOf(row.getString("editor")),
        row.getInt("trashed") != 0,
        parent == null ? DriveFile.ROOT : parent,
        grants == null
            ? Json.array()
            : (ArrayNode) Json.parse(grants.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void setTrashed(String id, boolean trashed, Editor editor, Instant now) {
    FileChange.Kind kind = trashed ? FileChange.Kind.TRASH : FileChange.Kind.UNTRASH;
    set(id, "trashed", trashed ? 1 : 0, kind, editor, now);
  }

  @Override
  public void setParent(String id, String folder, Editor editor, Instant now) {
    set(id, "parent", folder, FileChange.Kind.PARENTS, editor, now);
  }

  @Override
  public void setGrants(String id, ArrayNode grants, Editor editor, Instant now) {
    set(id, "grants", Json.text(grants), FileChange.Kind.PERMISSIONS, editor, now);
  }

  private void set(
      String id, String column, Object value, FileChange.Kind kind, Editor editor, Instant now) {
    jdbi.useTransaction(
        handle -> {
          ensure(handle, id);
          handle
              .createUpdate("update drive_file set " + column + " = :value where id = :id")
              .bind("value", value)
              .bind("id", id)
              .execute();
          FileHistory.number(handle, id);
          FileHistory.add(handle, id, kind, editor, now);
        });
    announce();
  }

  private static void ensure(Handle handle, String id) {
    handle.execute(
        "insert into drive_file (id, trashed, parent, grants) values (?, 0, ?, '[]')"
            + " on conflict (id) do nothing",
        id,
        DriveFile.ROOT);
  }

  @Override
  public long nextChange(Horizon horizon) {
    return jdbi.withHandle(
        handle ->
            handle
                    .createQuery(CHANGES + "order by number desc limit 1")
                    .bind("horizon", horizon.millis())
                    .map(SqliteFileStore::change)
                    .findOne()
                    .map(FileChange::number)
                    .orElse(0L)
                + 1);
  }

  @Override
  public List<FileChange> changesFrom(long number, Horizon horizon, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    CHANGES
                        + "and number >= :from and not exists (select 1 from file_change n where n.file_id ="
                        + " c.file_id and n.number > c.number and n.at <= :horizon) order by number limit :limit")
                .bind("horizon", horizon.millis())
                .bind("from", number)
                .bind("limit", limit)
                .map(SqliteFileStore::change)
                .list());
  }

  @Override
  public List<FileChange> changesOf(String id, long number, Horizon horizon) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(CHANGES + "and file_id = :id and number >= :from order by number")
                .bind("horizon", horizon.millis())
                .bind("id", id)
                .bind("from", number)
                .map(SqliteFileStore::change)
                .list());
  }

  private static FileChange change(ResultSet row, StatementContext context) throws SQLException {
    return new FileChange(
        row.getLong("number"),
        row.getString("file_id"),
        row.getLong("version"),
        Instant.ofEpochMilli(row.getLong("at")),
        FileChange.Kind.valueOf(row.getString("kind")),
        Editor.valueOf(row.getString("editor")));
  }

  @Override
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Tells the listeners that something happened. */
  void announce() {
    listeners.forEach(Runnable::run);
  }
}
