package org.sverka.store;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sverka.sync.ForkedLogException;
import org.sverka.sync.StoreException;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.SignedNote;
import org.sverka.tlog.SigningKey;
import org.sverka.tlog.VerifierKey;

/**
 * Signs what logs were, each with a key of its own, and never two histories of one: what was signed
 * last is remembered outside the database.
 */
final class Notary {
  /** Name of the file with the keys. */
  static final String KEY = "log-key";

  /** Name of the file with what was signed last. */
  static final String SIGNED = "log-signed";

  private final Path directory;
  private final String host;
  private final KeyFile keys;
  private final SignedFile signed;
  private final Map<String, Desk> desks = new HashMap<>();

  /**
   * @param host what the origin of a new log begins with
   */
  Notary(DataDirectory directory, String host) {
    this.directory = directory.path();
    this.host = host;
    this.keys = new KeyFile(directory.file(KEY));
    this.signed = new SignedFile(directory.file(SIGNED));
  }

  /** What belongs to one log. */
  private static final class Desk {
    final SigningKey key;
    Optional<Checkpoint> last;

    Desk(SigningKey key, Optional<Checkpoint> last) {
      this.key = key;
      this.last = last;
    }

    long size() {
      return last.map(Checkpoint::size).orElse(0L);
    }
  }

  /** What the log's checkpoints are checked with. */
  synchronized VerifierKey key(String roadmap) {
    return desk(roadmap).key.verifier();
  }

  /** What was signed last of a log; to be asked before the log is looked at, as both only grow. */
  synchronized Optional<Checkpoint> last(String roadmap) {
    return desk(roadmap).last;
  }

  /** What a checkpoint says that was found elsewhere; empty if it is not signed with the key. */
  synchronized Optional<Checkpoint> open(String roadmap, String note) {
    return SignedNote.open(note, desk(roadmap).key.verifier()).map(Checkpoint::parse);
  }

  /**
   * Remembers a checkpoint that was signed with the key, should a later one than the last be known
   * by it.
   *
   * @throws StoreException if it can't be remembered
   */
  synchronized void learn(String roadmap, Checkpoint checkpoint) {
    Desk desk = desk(roadmap);
    if (checkpoint.size() > desk.size()) {
      String unused = signed.sign(checkpoint, desk.key);
      desk.last = Optional.of(checkpoint);
    }
  }

  /**
   * Refuses a log that is not the one that was signed, or only an older part of it.
   *
   * @throws ForkedLogException if it is
   */
  void requireNoFork(String roadmap, TreeTables tree, Checkpoint last) {
    if (tree.size() < last.size()) {
      throw behind(roadmap, tree.size(), last.size());
    }
    if (!tree.root(last.size()).equals(last.root())) {
      throw new ForkedLogException(Words.text("log-other", roadmap, last.size(), directory));
    }
  }

  /**
   * Refuses to have entries added to a log that ends before what was signed.
   *
   * @throws ForkedLogException if it does
   */
  synchronized void requireNotBehind(String roadmap, long size) {
    long last = desk(roadmap).size();
    if (size < last) {
      throw behind(roadmap, size, last);
    }
  }

  private ForkedLogException behind(String roadmap, long size, long last) {
    return new ForkedLogException(Words.text("log-behind", roadmap, size, last, directory));
  }

  /**
   * The signed checkpoint of a committed tree, remembered before anybody sees it.
   *
   * @throws StoreException if it can't be remembered
   */
  synchronized String sign(String roadmap, TreeHead head) {
    Desk desk = desk(roadmap);
    Checkpoint checkpoint = new Checkpoint(desk.key.verifier().name(), head.size(), head.root());
    if (desk.last.isPresent() && head.size() <= desk.size()) {
      return SignedNote.sign(checkpoint.body(), desk.key);
    }
    String note = signed.sign(checkpoint, desk.key);
    desk.last = Optional.of(checkpoint);
    return note;
  }

  private Desk desk(String roadmap) {
    Desk known = desks.get(roadmap);
    if (known == null) {
      SigningKey key = keys.keyOf(roadmap).orElseGet(() -> freshKey(roadmap));
      known = new Desk(key, signed.last(key));
      desks.put(roadmap, known);
    }
    return known;
  }

  /** A log that was signed has a key: if it is gone another must not take its place by itself. */
  private SigningKey freshKey(String roadmap) {
    if (signed.hasSigned(KeyFile.ending(roadmap))) {
      throw new StoreException(Words.text("key-lost", roadmap, directory));
    }
    return keys.create(roadmap, host);
  }
}
