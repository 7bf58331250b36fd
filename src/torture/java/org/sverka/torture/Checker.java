package org.sverka.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sverka.store.DataDirectory;
import org.sverka.store.Stores;
import org.sverka.sync.Store;
import org.sverka.sync.StoreException;
import org.sverka.verify.DirectorySource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;
import org.sverka.verify.Seen;
import org.sverka.verify.UnreadableLogException;

/**
 * Looks at a data directory after the fault, by what verify-log uses, which shares no code with the
 * store; then starts the store again.
 */
final class Checker {
  private Checker() {}

  /** What verify-log sees: how it is, and the hash of each entry. */
  record Seeing(Optional<Outcome> outcome, Map<Long, String> hashes) {
    boolean isRight() {
      return outcome.filter(Outcome.Right.class::isInstance).isPresent();
    }

    Seen seen() {
      return ((Outcome.Right) outcome.orElseThrow()).seen();
    }
  }

  /**
   * Looks.
   *
   * @throws UnreadableLogException if there is no log to look at
   */
  static Seeing look(Path directory, Optional<Seen> earlier) {
    try (DirectorySource.Logs logs = DirectorySource.open(directory)) {
      Optional<Outcome> outcome =
          logs.all().stream().map(named -> LogCheck.run(named.source(), earlier)).findFirst();
      return new Seeing(outcome, hashes(directory));
    }
  }

  /** By number, as verify-log and the store read them. */
  private static Map<Long, String> hashes(Path directory) {
    Map<Long, String> hashes = new HashMap<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + directory + "/sverka.db?mode=ro");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT seq, hash FROM entry WHERE roadmap = '"
                    + Entries.ROADMAP
                    + "' AND seq > 0 ORDER BY seq")) {
      while (rows.next()) {
        hashes.put(rows.getLong(1), rows.getString(2));
      }
    } catch (SQLException e) {
      hashes.put(0L, e.toString());
    }
    return hashes;
  }

  /**
   * Requires that what was acknowledged is there, once and whole, that at most one more is, and
   * that the store starts again and goes on.
   *
   * @param before the log as it was before the turn
   * @return what is wrong; empty if nothing is
   */
  static Optional<String> faults(Path directory, Map<Long, String> before, Said said) {
    Map<Long, String> promised = new HashMap<>(before);
    promised.putAll(said.acknowledged());
    try {
      Optional<String> forgotten = forgotten(directory, said);
      if (forgotten.isPresent()) {
        return forgotten;
      }
      Optional<Seen> seen = Optional.empty();
      if (!before.isEmpty()) {
        Seeing left = look(directory, Optional.empty());
        Optional<String> wrong = unlike(left, promised);
        if (wrong.isPresent()) {
          return wrong.map(text -> "before the restart: " + text);
        }
        seen = Optional.of(left.seen());
      }
      restart(directory);
      Seeing after = look(directory, seen);
      Map<Long, String> all = new HashMap<>(promised);
      long newest = after.hashes().size();
      all.put(newest, after.hashes().getOrDefault(newest, ""));
      return unlike(after, all).map(text -> "after the restart: " + text);
    } catch (UnreadableLogException | StoreException | IOException e) {
      return Optional.of(e.toString());
    }
  }

  private static Optional<String> unlike(Seeing seeing, Map<Long, String> promised) {
    if (!seeing.isRight()) {
      return Optional.of("verify-log: " + seeing.outcome());
    }
    for (Map.Entry<Long, String> entry : promised.entrySet()) {
      String found = seeing.hashes().get(entry.getKey());
      if (!entry.getValue().equals(found)) {
        return Optional.of(
            "entry " + entry.getKey() + " was " + entry.getValue() + " and is " + found);
      }
    }
    long more = seeing.hashes().size() - promised.size();
    return more > 1 ? Optional.of(more + " entries that nobody was promised") : Optional.empty();
  }

  /** What was shown to the world as signed must be known for ever. */
  private static Optional<String> forgotten(Path directory, Said said) throws IOException {
    long signed = signed(directory);
    return signed < said.signed()
        ? Optional.of(said.signed() + " entries were shown as signed, and it is known of " + signed)
        : Optional.empty();
  }

  private static void restart(Path path) {
    try (DataDirectory directory = DataDirectory.open(path);
        Store store = Stores.open("", directory)) {
      Entries.Entered unused = Entries.add(store, "after the restart");
    }
  }

  /** How many entries the directory says were signed. */
  private static long signed(Path directory) throws IOException {
    Path file = directory.resolve("log-signed");
    List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    return lines.size() > 1 && lines.get(1).matches("\\d{1,18}") ? Long.parseLong(lines.get(1)) : 0;
  }
}
