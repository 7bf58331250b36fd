package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The changes of one workbook as server-sent events: a bounded memory of the latest, and those who
 * listen.
 */
final class ChangeFeed {
  private static final int REMEMBERED = 500;
  private static final int REMEMBERED_CHARS = 8_000_000;

  private final Deque<Event> latest = new ArrayDeque<>();
  private final Set<Consumer<String>> listeners = new LinkedHashSet<>();
  private long revision;
  private long chars;

  ChangeFeed(long revision) {
    this.revision = revision;
  }

  private record Event(long revision, String text) {}

  synchronized void publish(long number, List<ObjectNode> changes) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < changes.size(); i++) {
      // Only the last event of a revision names it, so that none is skipped when a listener comes
      // back in between.
      String id = i == changes.size() - 1 ? "id: " + number + "\n" : "";
      text.append("event: change\n")
          .append(id)
          .append("data: ")
          .append(Json.text(changes.get(i)))
          .append("\n\n");
    }
    revision = number;
    Event event = new Event(number, text.toString());
    latest.addLast(event);
    chars += event.text().length();
    while (latest.size() > REMEMBERED || chars > REMEMBERED_CHARS) {
      chars -= latest.removeFirst().text().length();
    }
    List.copyOf(listeners).forEach(listener -> listener.accept(event.text()));
  }

  /**
   * Adds a listener and hands it what it has missed.
   *
   * @param lastSeen the revision that it saw last; less than zero if it is new
   */
  synchronized void listen(long lastSeen, Consumer<String> listener) {
    listeners.add(listener);
    if (lastSeen >= 0 && lastSeen != revision) {
      missed(lastSeen).forEach(listener);
    }
  }

  private List<String> missed(long lastSeen) {
    Event first = latest.peekFirst();
    List<String> texts = new ArrayList<>();
    if (first != null && lastSeen < revision && first.revision() <= lastSeen + 1) {
      latest.stream()
          .filter(event -> event.revision() > lastSeen)
          .forEach(event -> texts.add(event.text()));
    } else {
      texts.add(
          "event: change\nid: "
              + revision
              + "\ndata: {\"revision\":"
              + revision
              + ",\"reload\":true}\n\n");
    }
    return texts;
  }

  synchronized void forget(Consumer<String> listener) {
    listeners.remove(listener);
  }
}
