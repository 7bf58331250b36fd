package org.sverka.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sverka.disk.OwnFile;
import org.sverka.sync.StoreException;
import org.sverka.tlog.SigningKey;
import org.sverka.tlog.VerifierKey;

/**
 * The file {@code log-key}: for each log two lines, the secret key and the verifier key that
 * belongs to it, as {@code golang.org/x/mod/sumdb/note} writes them. The name in them is the log's
 * origin and stays for ever, whatever address the log gets later.
 */
record KeyFile(Path path) {
  /** How the origin of a roadmap's log ends. */
  static String ending(String roadmap) {
    return "/" + roadmap + "/log";
  }

  /**
   * The key of a log; empty if it has none.
   *
   * @throws StoreException if others can read the file, or it can't be read; nothing that is in it
   *     is quoted
   */
  Optional<SigningKey> keyOf(String roadmap) {
    return read().stream()
        .filter(key -> key.verifier().name().endsWith(ending(roadmap)))
        .findFirst();
  }

  /**
   * Makes the key of a log that has none.
   *
   * @param host what stands before the roadmap in the origin of the log
   * @throws StoreException as {@link #keyOf}, or if the file can't be written
   */
  SigningKey create(String roadmap, String host) {
    SigningKey key = SigningKey.generate(host + ending(roadmap));
    List<SigningKey> all = new ArrayList<>(read());
    all.add(key);
    StringBuilder text = new StringBuilder();
    all.forEach(
        each ->
            text.append(each.secretText())
                .append('\n')
                .append(each.verifier().text())
                .append('\n'));
    try {
      OwnFile.replace(path, text.toString());
    } catch (IOException e) {
      throw new StoreException(Words.text("key-unwritable", path, reason(e)), e);
    }
    return key;
  }

  private List<SigningKey> read() {
    List<SigningKey> keys = new ArrayList<>();
    try {
      if (!OwnFile.isThere(path)) {
        return keys;
      }
      if (OwnFile.isOpen(path)) {
        throw new StoreException(Words.text("key-open", path));
      }
      List<String> lines = Files.readAllLines(path);
      for (int i = 0; i < lines.size(); i += 2) {
        String verifier = i + 1 < lines.size() ? lines.get(i + 1) : "";
        keys.add(SigningKey.parse(lines.get(i), VerifierKey.parse(verifier)));
      }
      return keys;
    } catch (IOException e) {
      throw new StoreException(Words.text("key-unreadable", path, reason(e)), e);
    } catch (IllegalArgumentException e) {
      // The cause is left out: nothing of a secret may get into a log.
      throw new StoreException(Words.text("key-unreadable", path, "not a key"));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName();
  }
}
