package org.sverka.sync;

import java.util.Optional;
import org.sverka.sheet.SheetException;
import org.sverka.text.Messages;

/**
 * Lets one process at a time write to a sheet: the one that claimed it last. A claim leaves a mark
 * of its own on the tab, which each look shows; who sees another's mark instead does not write any
 * more until an operator says so.
 */
final class Fence {
  private static final Messages MESSAGES = Messages.of(Fence.class, "en");

  /** So often the mark from before may be seen again: an old copy of the sheet has it. */
  private static final int OLD_COPIES = 5;

  private final Salt marks = new Salt();
  private boolean held;
  private String own = "";
  private String before = "";
  private String seen = "";
  private int oldCopies;
  private volatile boolean lost;

  /** A look showed this mark. */
  void saw(String mark) {
    seen = mark;
    if (!held || lost) {
      return;
    }
    if (mark.equals(own)) {
      oldCopies = 0;
    } else if (mark.equals(before) && oldCopies < OLD_COPIES) {
      oldCopies++;
    } else if (mark.isEmpty() || mark.equals(before)) {
      held = false;
    } else {
      lost = true;
    }
  }

  /** A mark for a claim. */
  String mark() {
    return marks.next();
  }

  /** The claim was made; looks show this mark from now on. */
  void claimed(String mark) {
    held = true;
    own = mark;
    before = seen;
    oldCopies = 0;
  }

  /** The tab is another one, which bears no mark. */
  void forget() {
    held = false;
  }

  /** Whether the sheet has to be claimed before it is written to. */
  boolean isOpen() {
    return !held;
  }

  /** Whether the last look showed that the sheet may be written to. */
  boolean isOurs() {
    return held && !lost && seen.equals(own);
  }

  /** Whether another has claimed the sheet since. */
  boolean isLost() {
    return lost;
  }

  /** An operator says that this one is to write. */
  void reopen() {
    if (lost) {
      held = false;
      lost = false;
    }
  }

  /** Why nothing is written, for the operator. */
  Optional<SheetException> refusal() {
    return lost
        ? Optional.of(new SheetException(MESSAGES.text("fence.lost"), false))
        : Optional.empty();
  }
}
