package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One open workbook. Readers take the newest {@link Workbook} and need no lock; writers come one
 * after the other, and a change is in the store before anybody sees it.
 */
final class Document {
  private final WorkbookStore store;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ChangeFeed feed;
  private volatile Workbook current;

  Document(Workbook current, WorkbookStore store) {
    this.current = current;
    this.store = store;
    this.feed = new ChangeFeed(current.revision());
  }

  Workbook current() {
    return current;
  }

  ChangeFeed feed() {
    return feed;
  }

  /** What a change answered, and the workbook after it. */
  record Edited<T>(T answer, Workbook book) {}

  /** Carries out one change, all of it or nothing. Blocks. */
  <T> Edited<T> edit(EditContext context, Function<WorkbookDraft, T> change) {
    writing.lock();
    try {
      Workbook before = current;
      WorkbookDraft draft = new WorkbookDraft(before, context);
      T answer = change.apply(draft);
      Workbook after = draft.freeze();
      if (after.revision() != before.revision()) {
        store.save(before, after);
        current = after;
        List<ObjectNode> events = ChangeDiff.events(before, after);
        feed.publish(after.revision(), events);
      }
      return new Edited<>(answer, after);
    } finally {
      writing.unlock();
    }
  }
}
