package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Checks a whole log in constant memory: each entry, the chain, each tile and bundle of the tree,
 * the signature, and that an earlier checkpoint is of the beginning of the same log.
 */
public final class LogCheck {
  private final LogSource source;
  private final ReadAhead pages;
  private final EntryCheck entries = new EntryCheck();
  private final TreeCheck tree;

  private LogCheck(LogSource source, ReadAhead pages) {
    this.source = source;
    this.pages = pages;
    this.tree = new TreeCheck(source);
  }

  /**
   * Checks a log from its first entry to the last that was signed.
   *
   * @param earlier what was seen of it before
   */
  public static Outcome run(LogSource source, Optional<Seen> earlier) {
    try (ReadAhead pages = new ReadAhead(source)) {
      return new LogCheck(source, pages).check(earlier);
    } catch (WrongException e) {
      return e.outcome();
    }
  }

  private Outcome check(Optional<Seen> earlier) throws WrongException {
    String key = source.key();
    Note.requireKey(key);
    String checkpoint = source.checkpoint();
    Note signed = Note.open(checkpoint, key, Fault.CHECKPOINT_FORM, Fault.CHECKPOINT_SIGNATURE);
    Note seen = earlier.isPresent() ? seen(earlier.get(), key) : signed;
    long size = source.size(signed.size());
    require(signed.size() <= size, Fault.CHECKPOINT_SIZE, size);
    require(seen.size() <= size, Fault.SEEN_SIZE, size);
    reach(Math.min(seen.size(), signed.size()), seen, signed);
    reach(Math.max(seen.size(), signed.size()), seen, signed);
    walkTo(size);
    tree.end();
    entries.requireErasuresSaid();
    source.requireSound();
    return new Outcome.Right(
        entries.count(),
        entries.head(),
        entries.erased(),
        new Seen(key, checkpoint),
        entries.bytes());
  }

  private static Note seen(Seen earlier, String key) throws WrongException {
    if (!earlier.key().equals(key)) {
      throw new WrongException(Fault.SEEN_KEY, earlier.key());
    }
    return Note.open(earlier.checkpoint(), key, Fault.SEEN_FORM, Fault.SEEN_FORM);
  }

  /** Walks to a size at which it is known what the root was. */
  private void reach(long size, Note seen, Note signed) throws WrongException {
    walkTo(size);
    String root = Base64.getEncoder().encodeToString(tree.root());
    require(size != seen.size() || seen.root().equals(root), fault(seen, signed), size);
    require(size != signed.size() || signed.root().equals(root), Fault.CHECKPOINT_ROOT, size);
  }

  private static Fault fault(Note seen, Note signed) {
    return seen.equals(signed) ? Fault.CHECKPOINT_ROOT : Fault.SEEN_ROOT;
  }

  private void walkTo(long size) throws WrongException {
    while (tree.size() < size) {
      List<JsonNode> page = pages.after(tree.size(), size);
      if (page.isEmpty()) {
        throw new WrongException(Fault.NUMBER, Long.toString(tree.size() + 1));
      }
      for (JsonNode entry : page) {
        if (tree.size() < size) {
          tree.add(entries.next(entry));
        }
      }
    }
  }

  private static void require(boolean right, Fault fault, long size) throws WrongException {
    if (!right) {
      throw new WrongException(fault, Long.toString(size));
    }
  }
}
