package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A log in a data directory: the database, read-only and as it was at one moment, and the two files
 * beside it. Works on a directory that is in use.
 */
public final class DirectorySource implements LogSource {
  private static final int NOTE_LINES = 5;

  private final Connection database;
  private final String roadmap;
  private final List<String> keys;
  private final List<String> signed;

  private DirectorySource(
      Connection database, String roadmap, List<String> keys, List<String> signed) {
    this.database = database;
    this.roadmap = roadmap;
    this.keys = keys;
    this.signed = signed;
  }

  /** One log and the roadmap that it is of. */
  public record Named(String roadmap, DirectorySource source) {}

  /** All logs of a directory. */
  public static final class Logs implements AutoCloseable {
    private final Connection database;
    private final List<Named> all;

    private Logs(Connection database, List<Named> all) {
      this.database = database;
      this.all = List.copyOf(all);
    }

    /** Each of them. */
    public List<Named> all() {
      return all;
    }

    @Override
    public void close() {
      try {
        database.close();
      } catch (SQLException e) {
        throw new UnreadableLogException(String.valueOf(e.getMessage()), e);
      }
    }
  }

  /**
   * Opens a directory for reading.
   *
   * @throws UnreadableLogException if it holds no database, or a file can't be read
   */
  public static Logs open(Path directory) {
    try {
      List<String> keys = lines(directory.resolve("log-key"));
      List<String> signed = lines(directory.resolve("log-signed"));
      Path file = directory.resolve("sverka.db").toAbsolutePath();
      if (!Files.isReadable(file)) {
        throw new IOException(file.toString());
      }
      Connection database =
          DriverManager.getConnection(
              "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?" + mode(file));
      database.setAutoCommit(false);
      List<Named> logs = new ArrayList<>();
      for (String id : roadmaps(database)) {
        logs.add(new Named(id, new DirectorySource(database, id, keys, signed)));
      }
      return new Logs(database, logs);
    } catch (SQLException e) {
      throw new UnreadableLogException(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new UnreadableLogException(e.toString(), e);
    }
  }

  /**
   * Where nothing can be written SQLite must be told that nothing changes, as it would put its
   * shared memory there. A database that somebody has open has a write-ahead log beside it.
   */
  private static String mode(Path file) {
    boolean open = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    return open || Files.isWritable(file.resolveSibling("")) ? "mode=ro" : "immutable=1";
  }

  private static List<String> roadmaps(Connection database) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement query =
            database.prepareStatement("SELECT DISTINCT roadmap FROM entry ORDER BY roadmap");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  /** The file has two lines a key: the secret, of which only the name is looked at, and the key. */
  @Override
  public String key() throws WrongException {
    for (int i = 0; i + 1 < keys.size(); i += 2) {
      String name = keys.get(i + 1).replaceFirst("\\+.*", "");
      if (name.endsWith("/" + roadmap + "/log")) {
        KeyPairCheck.require(keys.get(i), keys.get(i + 1));
        return keys.get(i + 1);
      }
    }
    throw new WrongException(Fault.KEY, "");
  }

  @Override
  public String checkpoint() throws WrongException {
    for (int i = 0; i + NOTE_LINES <= signed.size(); i += NOTE_LINES) {
      if (signed.get(i).endsWith("/" + roadmap + "/log")) {
        return String.join("\n", signed.subList(i, i + NOTE_LINES)) + "\n";
      }
    }
    throw new WrongException(Fault.CHECKPOINT_FORM, "");
  }

  @Override
  public List<JsonNode> entries(long after) throws WrongException {
    try {
      return new EntryTable(database, roadmap).after(after);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** All that is there, signed or not: what was committed last may not be signed yet. */
  @Override
  public long size(long signedSize) throws WrongException {
    try {
      return new EntryTable(database, roadmap).count();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public byte[] tile(String path) throws WrongException {
    String[] parts = path.replaceFirst("\\.p/.*", "").split("/", 2);
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT hashes FROM tree_tile WHERE roadmap = ? AND level = ? AND tile = ?")) {
      query.setString(1, roadmap);
      query.setInt(2, Integer.parseInt(parts[0]));
      query.setLong(3, Long.parseLong(parts[1].replaceAll("[x/]", "")));
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? decoded(rows.getString(1), path) : new byte[0];
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static byte[] decoded(String hashes, String path) throws WrongException {
    try {
      byte[] bytes = Base64.getDecoder().decode(hashes);
      if (Base64.getEncoder().encodeToString(bytes).equals(hashes)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new WrongException(Fault.TILE, path);
    }
    throw new WrongException(Fault.TILE, path);
  }

  /**
   * What a row is found by stands in the row and in an index: both must say the same. And what was
   * made from the entries must still be what they say.
   */
  @Override
  public void requireSound() throws WrongException {
    requireFound("entry", "seq");
    requireFound("entry_finding", "seq", "position");
    requireFound("tree_tile", "level", "tile");
    requireFound("edition", "name");
    requireFound("revision", "revision");
    requireFound("published_measure", "number", "revision");
    new FacetCheck(database, roadmap).require();
    try {
      requireNoTileBeyond(new EntryTable(database, roadmap).count());
      SignedDocuments documents = SignedDocuments.of(database, roadmap);
      if (documents.areNamed()) {
        HistoryCheck history = new HistoryCheck(database, roadmap, documents);
        history.require();
        new ShownCheck(database, roadmap, documents, history).require();
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void requireNoTileBeyond(long size) throws SQLException, WrongException {
    try (PreparedStatement query =
        database.prepareStatement(
            "SELECT level, tile FROM tree_tile WHERE roadmap = ?1 AND (level NOT BETWEEN 0 AND 7"
                + " OR tile NOT BETWEEN 0 AND ((?2 >> 8 * level) - 1) >> 8) LIMIT 1")) {
      query.setString(1, roadmap);
      query.setLong(2, size);
      try (ResultSet rows = query.executeQuery()) {
        if (rows.next()) {
          throw new WrongException(Fault.TILE, rows.getLong(1) + "/" + rows.getLong(2));
        }
      }
    }
  }

  private void requireFound(String table, String... keys) throws WrongException {
    StringBuilder same = new StringBuilder("i.rowid = t.rowid AND i.roadmap = t.roadmap");
    for (String key : keys) {
      same.append(" AND i.%1$s = t.%1$s".formatted(key));
    }
    String sql =
        "SELECT t.rowid FROM %1$s t NOT INDEXED WHERE NOT EXISTS (SELECT 1 FROM %1$s i INDEXED BY"
            + " sqlite_autoindex_%1$s_1 WHERE %2$s) LIMIT 1";
    try (PreparedStatement query = database.prepareStatement(sql.formatted(table, same));
        ResultSet rows = query.executeQuery()) {
      if (rows.next()) {
        throw new WrongException(Fault.DATABASE, table + ", row " + rows.getLong(1));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** The database keeps the entries themselves, no bundles of them. */
  @Override
  public Optional<byte[]> bundle(String path) {
    return Optional.empty();
  }

  private static WrongException failed(SQLException e) {
    return new WrongException(Fault.DATABASE, String.valueOf(e.getMessage()));
  }
}
