package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One open workbook. Readers take the newest {@link Workbook} and need no lock; writers come one
 * after the other, and a change is in the store before anybody sees it.
 */
final class Document {
  private static final int REMEMBERED = 64;

  private final WorkbookStore store;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ChangeFeed feed;
  private final BooleanSupplier remembers;
  private volatile List<Workbook> past = List.of();
  private final Presence presence;
  private volatile Workbook current;
  private boolean removed;

  /**
   * @param remembers whether a test may ask for what the workbook was like a few changes ago
   */
  Document(Workbook current, WorkbookStore store, Presence presence, BooleanSupplier remembers) {
    this.current = current;
    this.store = store;
    this.remembers = remembers;
    this.feed = new ChangeFeed(current.revision());
    this.presence = presence;
  }

  Workbook current() {
    return current;
  }

  ChangeFeed feed() {
    return feed;
  }

  /**
   * The workbook as it was so many changes ago, or as long ago as is remembered. For reading only.
   */
  Document earlier(int revisions) {
    List<Workbook> known = past;
    Workbook then = known.isEmpty() ? current : known.get(Math.min(revisions, known.size()) - 1);
    return new Document(then, store, presence, () -> false);
  }

  /** Who has its page open. */
  Presence presence() {
    return presence;
  }

  /** What a change answered, and the workbook after it. */
  record Edited<T>(T answer, Workbook book) {}

  /** Carries out one change, all of it or nothing. Blocks. */
  <T> Edited<T> edit(EditContext context, Function<WorkbookDraft, T> change) {
    writing.lock();
    try {
      if (removed) {
        throw ApiException.notFound();
      }
      Workbook before = current;
      WorkbookDraft draft = new WorkbookDraft(before, context);
      T answer = change.apply(draft);
      Workbook after = draft.freeze();
      if (after.revision() != before.revision()) {
        store.save(before, after, context.editor());
        if (remembers.getAsBoolean()) {
          past = Stream.concat(Stream.of(before), past.stream()).limit(REMEMBERED).toList();
        }
        current = after;
        List<ObjectNode> events = ChangeDiff.events(before, after);
        feed.publish(after.revision(), events);
      }
      return new Edited<>(answer, after);
    } finally {
      writing.unlock();
    }
  }

  /** Carries out one change that answers nothing. Blocks. */
  void change(EditContext context, Consumer<WorkbookDraft> change) {
    var unused =
        edit(
            context,
            draft -> {
              change.accept(draft);
              return draft;
            });
  }

  /** Removes the workbook for good; whoever still waits to change it finds nothing. Blocks. */
  void remove(Editor editor, Instant now) {
    writing.lock();
    try {
      store.remove(current.id(), editor, now);
      removed = true;
    } finally {
      writing.unlock();
    }
  }
}
