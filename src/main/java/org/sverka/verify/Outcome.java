package org.sverka.verify;

import java.util.function.Function;

/** What a check found. */
public sealed interface Outcome {
  /** What the function for this outcome makes of it. */
  <T> T match(Function<Right, T> right, Function<Wrong, T> wrong);

  /**
   * The log is as it was written.
   *
   * @param entries how many were checked
   * @param head hash of the newest of them
   * @param erased of how many the texts were erased
   * @param seen what to give to the next check as seen earlier
   * @param bytes of canonical JSON that were hashed
   */
  record Right(long entries, String head, long erased, Seen seen, long bytes) implements Outcome {
    @Override
    public <T> T match(Function<Right, T> right, Function<Wrong, T> wrong) {
      return right.apply(this);
    }
  }

  /**
   * The log is not as it was written.
   *
   * @param where number of an entry, path of a tile, or what else tells the place
   */
  record Wrong(Fault fault, String where) implements Outcome {
    @Override
    public <T> T match(Function<Right, T> right, Function<Wrong, T> wrong) {
      return wrong.apply(this);
    }
  }
}
