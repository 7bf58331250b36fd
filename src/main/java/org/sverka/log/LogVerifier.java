package org.sverka.log;

import java.util.Iterator;
import java.util.function.Function;

/** Checks a whole log: that nothing in it was changed, left out, added or moved. Pure. */
public final class LogVerifier {
  private LogVerifier() {}

  /** What a check found. */
  public sealed interface Result {
    /** What the function for this result makes of it. */
    <T> T match(Function<Intact, T> intact, Function<Broken, T> broken);
  }

  /**
   * The log is as it was written.
   *
   * @param count how many entries it has
   * @param head hash of the newest, {@link Chain#ORIGIN} if there is none. Compared with one noted
   *     earlier, it tells whether the whole log was written anew, or its end cut off
   */
  public record Intact(long count, String head) implements Result {
    @Override
    public <T> T match(Function<Intact, T> intact, Function<Broken, T> broken) {
      return intact.apply(this);
    }
  }

  /**
   * The log is not as it was written. All before this place is.
   *
   * @param seq number that the entry at the first wrong place should have
   */
  public record Broken(long seq, Fault fault) implements Result {
    @Override
    public <T> T match(Function<Intact, T> intact, Function<Broken, T> broken) {
      return broken.apply(this);
    }
  }

  /** What can be wrong with an entry. */
  public enum Fault {
    /** It has another number: one was left out, doubled or moved. */
    NUMBER,
    /** It does not name the hash of the entry before it. */
    PREVIOUS_HASH,
    /** Its texts, findings or salt are not those that were digested. */
    TEXT_DIGEST,
    /** Something else in it is not what was hashed. */
    HASH
  }

  /**
   * Checks entries one by one, in constant memory.
   *
   * @param entries the log from number 1 on
   */
  public static Result verify(Iterator<SealedEntry> entries) {
    long count = 0;
    String head = Chain.ORIGIN;
    while (entries.hasNext()) {
      SealedEntry sealed = entries.next();
      long seq = count + 1;
      if (sealed.entry().seq() != seq) {
        return new Broken(seq, Fault.NUMBER);
      }
      if (!sealed.previousHash().equals(head)) {
        return new Broken(seq, Fault.PREVIOUS_HASH);
      }
      if (!Chain.textsMatch(sealed)) {
        return new Broken(seq, Fault.TEXT_DIGEST);
      }
      if (!Chain.hashMatches(sealed)) {
        return new Broken(seq, Fault.HASH);
      }
      count = seq;
      head = sealed.hash();
    }
    return new Intact(count, head);
  }
}
