package org.sverka.sheet;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where one hears which sheets of a credential have changed. News may come late, twice, or not at
 * all: they are a reason to look at a sheet, and no news is none not to.
 */
public interface SheetNews extends AutoCloseable {
  /**
   * What has changed since the last call, also if that was before a restart. Blocking, and for one
   * thread at a time.
   *
   * @throws SheetException if it can't be had
   */
  News next();

  /** Whether a push comes from where it says. Answers at once and may be asked from any thread. */
  boolean believes(Push push);

  /** How pushes are received at present. */
  Channel channel();

  /** Wants no more pushes. Blocking. */
  @Override
  void close();

  /**
   * What there is to say.
   *
   * @param all whether any sheet may have changed
   * @param changed spreadsheet ids
   * @param warnings by spreadsheet id, what a person must put right about the file as a whole; the
   *     empty text if that has been done
   */
  record News(boolean all, Set<String> changed, Map<String, String> warnings) {
    public News {
      changed = Set.copyOf(changed);
      warnings = Map.copyOf(warnings);
    }
  }

  /**
   * The channel through which pushes come.
   *
   * @param state of it
   * @param ends when it ends unless it is renewed
   * @param error why there is none; empty if there is, or none is wanted
   */
  record Channel(State state, Optional<Instant> ends, String error) {
    /** There is none, and none is wanted. */
    public static final Channel NONE = new Channel(State.OFF, Optional.empty(), "");

    /** How a channel stands. */
    public enum State {
      OFF,
      OPENING,
      OPEN,
      FAILING
    }
  }
}
