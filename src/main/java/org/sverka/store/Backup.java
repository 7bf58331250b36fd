package org.sverka.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.disk.OwnFile;
import org.sverka.sync.StoreException;

/** Copies of a data directory, and the way back. Blocking. */
public final class Backup {
  /** Beside the database; copied before it, so that nothing is signed that the copy lacks. */
  private static final List<String> BESIDE = List.of(Notary.KEY, Notary.SIGNED);

  private static final List<String> ENDINGS = List.of("", "-wal", "-shm");

  private Backup() {}

  /**
   * What came of putting a backup back.
   *
   * @param kept where the database is that was there; empty if there was none
   * @param knowsBetter whether the directory itself knew what was signed last, so that a log that
   *     goes back is noticed
   * @param lacking logs of which more was signed than the backup has, so that they do not go on
   */
  public record Restored(Optional<Path> kept, boolean knowsBetter, List<Behind> lacking) {
    public Restored {
      lacking = List.copyOf(lacking);
    }
  }

  /**
   * A log that has fewer entries than were signed.
   *
   * @param name its origin
   */
  public record Behind(String name, long entries, long signed) {}

  /**
   * Copies what a directory holds, of one moment; also while another process has it.
   *
   * @param target where to; must not be there yet, and is not until the copy is whole
   * @throws StoreException if it is there, or something can't be read or written
   */
  public static void make(Path directory, Path target) {
    Path whole = target.toAbsolutePath().normalize();
    if (Files.exists(whole)) {
      throw new StoreException(Words.text("backup-exists", whole));
    }
    Path half = whole.resolveSibling("." + whole.getFileName() + ".new");
    try {
      remove(half);
      OwnFile.createFolder(half.resolve(Stores.FILE));
      for (String name : BESIDE) {
        if (OwnFile.isThere(directory.resolve(name))) {
          Files.copy(
              directory.resolve(name), half.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
          OwnFile.flush(half.resolve(name));
        }
      }
      copyDatabase(directory.resolve(Stores.FILE), half.resolve(Stores.FILE));
      OwnFile.flush(half.resolve(Stores.FILE));
      OwnFile.flush(half);
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
      OwnFile.flush(OwnFile.folder(whole));
    } catch (IOException | SQLException e) {
      throw new StoreException(Words.text("backup-failed", whole, e.toString()), e);
    }
  }

  /**
   * Puts the database of a backup in the place of that of the directory. Key and last signature
   * stay as they are where they are there: they tell whether the log goes back.
   *
   * @param mark ends the name under which the present database is kept
   * @throws StoreException if the backup is none, or something can't be read or written
   */
  public static Restored restore(Path backup, DataDirectory directory, String mark) {
    Path database = directory.file(Stores.FILE);
    if (!Files.isRegularFile(backup.resolve(Stores.FILE))) {
      throw new StoreException(Words.text("backup-none", backup.toAbsolutePath(), Stores.FILE));
    }
    try {
      Path fresh = OwnFile.createBeside(database);
      try {
        Files.copy(backup.resolve(Stores.FILE), fresh, StandardCopyOption.REPLACE_EXISTING);
        OwnFile.flush(fresh);
        List<Behind> lacking = lacking(fresh, new SignedFile(directory.file(Notary.SIGNED)));
        boolean own = OwnFile.isThere(directory.file(Notary.SIGNED));
        copyMissing(backup, directory);
        Optional<Path> kept = setAside(database, mark);
        Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE);
        OwnFile.flush(directory.path());
        return new Restored(kept, own, lacking);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException | SQLException e) {
      throw new StoreException(Words.text("restore-failed", directory.path(), e.toString()), e);
    }
  }

  /** Asked before anything is put in another's place, of a file that nobody else has. */
  private static List<Behind> lacking(Path database, SignedFile signed) throws SQLException {
    Map<String, Long> entries = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:sqlite:file:" + database.toUri().getRawPath() + "?immutable=1");
        PreparedStatement query =
            connection.prepareStatement("SELECT roadmap, MAX(seq) FROM entry GROUP BY roadmap");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        entries.put(KeyFile.ending(rows.getString(1)), rows.getLong(2));
      }
    }
    List<Behind> lacking = new ArrayList<>();
    signed
        .sizes()
        .forEach(
            (origin, size) -> {
              long here =
                  entries.entrySet().stream()
                      .filter(log -> origin.endsWith(log.getKey()))
                      .mapToLong(Map.Entry::getValue)
                      .findFirst()
                      .orElse(0);
              if (here < size) {
                lacking.add(new Behind(origin, here, size));
              }
            });
    return lacking;
  }

  private static void copyMissing(Path backup, DataDirectory directory) throws IOException {
    for (String name : BESIDE) {
      if (OwnFile.isThere(backup.resolve(name)) && !OwnFile.isThere(directory.file(name))) {
        OwnFile.replace(directory.file(name), Files.readString(backup.resolve(name)));
      }
    }
  }

  private static Optional<Path> setAside(Path database, String mark) throws IOException {
    Path kept = database.resolveSibling(database.getFileName() + mark);
    boolean any = false;
    for (String ending : ENDINGS) {
      Path file = database.resolveSibling(database.getFileName() + ending);
      if (OwnFile.isThere(file)) {
        Files.move(file, database.resolveSibling(kept.getFileName() + ending));
        any = true;
      }
    }
    return any ? Optional.of(kept) : Optional.empty();
  }

  private static void copyDatabase(Path from, Path to) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + from);
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, to.toString());
      copy.execute();
    }
  }

  /** What a copy has left that was broken off. */
  private static void remove(Path half) throws IOException {
    if (Files.isDirectory(half)) {
      for (String name :
          List.of(Notary.KEY, Notary.SIGNED, Stores.FILE, Stores.FILE + "-journal")) {
        Files.deleteIfExists(half.resolve(name));
      }
      Files.delete(half);
    }
  }
}
