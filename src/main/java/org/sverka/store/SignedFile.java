package org.sverka.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sverka.disk.OwnFile;
import org.sverka.sync.StoreException;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.SignedNote;
import org.sverka.tlog.SigningKey;

/**
 * The file {@code log-signed}: of each log the largest checkpoint that was ever signed, as it was
 * shown to the world. It lies beside the database, not in it, so that an older database that is put
 * back is known for what it is.
 */
record SignedFile(Path path) {
  /** A signed checkpoint: three lines, an empty one, a signature. */
  private static final int LINES = 5;

  /**
   * What was signed last with a key; empty if nothing was.
   *
   * @throws StoreException if the file can't be read, or the checkpoint is not the key's
   */
  Optional<Checkpoint> last(SigningKey key) {
    String origin = key.verifier().name();
    Optional<String> note =
        notes().stream().filter(each -> each.startsWith(origin + "\n")).findFirst();
    return note.map(text -> opened(text, key));
  }

  /**
   * Whether something was signed of a log, with whatever key.
   *
   * @param ending how the origin of the log ends
   * @throws StoreException if the file can't be read
   */
  boolean hasSigned(String ending) {
    return notes().stream().anyMatch(note -> note.lines().findFirst().orElse("").endsWith(ending));
  }

  /**
   * Of each log, by its origin, how many entries were signed; whether the signatures are right is
   * not asked.
   *
   * @throws StoreException if the file can't be read
   */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    for (String note : notes()) {
      String[] lines = note.split("\n", -1);
      try {
        sizes.put(lines[0], Long.parseLong(lines[1]));
      } catch (NumberFormatException e) {
        throw unreadable("not a checkpoint");
      }
    }
    return sizes;
  }

  /**
   * Signs a checkpoint and remembers it in the place of the one before it.
   *
   * @return the signed note
   * @throws StoreException if it can't be written durably; then it must not be shown
   */
  String sign(Checkpoint checkpoint, SigningKey key) {
    String signed = SignedNote.sign(checkpoint.body(), key);
    List<String> all = new ArrayList<>(notes());
    all.removeIf(note -> note.startsWith(checkpoint.origin() + "\n"));
    all.add(signed);
    try {
      OwnFile.replace(path, String.join("", all));
    } catch (IOException e) {
      throw new StoreException(Words.text("key-unwritable", path, e.getClass().getSimpleName()), e);
    }
    return signed;
  }

  private Checkpoint opened(String note, SigningKey key) {
    try {
      return SignedNote.open(note, key.verifier())
          .map(Checkpoint::parse)
          .orElseThrow(() -> unreadable("it is not signed by log-key"));
    } catch (IllegalArgumentException e) {
      throw unreadable("not a checkpoint");
    }
  }

  private List<String> notes() {
    try {
      if (!OwnFile.isThere(path)) {
        return List.of();
      }
      List<String> lines = Files.readAllLines(path);
      if (lines.size() % LINES != 0) {
        throw unreadable("it is cut off");
      }
      List<String> notes = new ArrayList<>();
      for (int i = 0; i < lines.size(); i += LINES) {
        notes.add(String.join("\n", lines.subList(i, i + LINES)) + "\n");
      }
      return notes;
    } catch (IOException e) {
      throw unreadable(e.getClass().getSimpleName());
    }
  }

  private StoreException unreadable(String reason) {
    return new StoreException(Words.text("signed-unreadable", path, reason));
  }
}
