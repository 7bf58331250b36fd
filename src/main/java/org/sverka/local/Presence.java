package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Who has the page of one workbook open, and where: server-sent events of the kind {@code
 * presence}. Nothing of it is stored, and whoever is silent for a minute is forgotten. A window is
 * known to the others by a small number only, so nobody can speak in another's name.
 */
final class Presence {
  /** After this long without a word a window counts as closed. */
  static final Duration SILENCE = Duration.ofMinutes(1);

  /** As many are shown; whoever comes after them works unseen. */
  static final int MOST = 50;

  private static final Pattern WINDOW = Pattern.compile("[A-Za-z0-9-]{8,64}");

  private final Clock clock;
  private final Map<String, Guest> guests = new LinkedHashMap<>();
  private final Map<Consumer<String>, String> listeners = new LinkedHashMap<>();

  Presence(Clock clock) {
    this.clock = clock;
  }

  /** The selected cell. */
  record Place(int sheetId, int row, int column) {}

  private record Guest(int number, GuestName name, Place place, Instant seen) {
    boolean looksLike(Guest other) {
      return name.equals(other.name) && place.equals(other.place);
    }

    ObjectNode json() {
      return Json.object()
          .put("number", number)
          .put("name", name.text())
          .put("sheetId", place.sheetId())
          .put("row", place.row())
          .put("column", place.column());
    }
  }

  /**
   * A window says where it is.
   *
   * @param window its own random name, which nobody else learns
   * @return the number that the others know it by, from 1 on; 0 if there are too many
   */
  synchronized int here(String window, GuestName name, Place place) {
    sweep();
    Guest before = guests.get(window);
    if (before == null && guests.size() >= MOST) {
      return 0;
    }
    int number = before == null ? freeNumber() : before.number();
    Guest guest = new Guest(number, name, place, clock.instant());
    guests.put(window, guest);
    if (before == null || !before.looksLike(guest)) {
      ObjectNode news = Json.object();
      news.set("here", guest.json());
      tell(news);
    }
    return number;
  }

  /** Forgets who has been silent for too long. */
  synchronized void sweep() {
    Instant oldest = clock.instant().minus(SILENCE);
    Iterator<Guest> all = guests.values().iterator();
    while (all.hasNext()) {
      Guest guest = all.next();
      if (guest.seen().isBefore(oldest)) {
        all.remove();
        tellGone(guest);
      }
    }
  }

  /**
   * Adds a listener and tells it who is here.
   *
   * @param window whose listener it is
   */
  synchronized void listen(String window, Consumer<String> listener) {
    sweep();
    listeners.put(listener, window);
    ObjectNode everybody = Json.object();
    ArrayNode list = everybody.putArray("everybody");
    guests.values().forEach(guest -> list.add(guest.json()));
    listener.accept(event(everybody));
  }

  /** Removes a listener; a window without any is closed. */
  synchronized void forget(Consumer<String> listener) {
    String window = listeners.remove(listener);
    Guest guest = window == null || listeners.containsValue(window) ? null : guests.remove(window);
    if (guest != null) {
      tellGone(guest);
    }
  }

  /** Whether that can be a window's own name. */
  static boolean isWindow(String name) {
    return WINDOW.matcher(name).matches();
  }

  private int freeNumber() {
    int number = 1;
    while (isTaken(number)) {
      number++;
    }
    return number;
  }

  private boolean isTaken(int number) {
    return guests.values().stream().anyMatch(guest -> guest.number() == number);
  }

  private void tellGone(Guest guest) {
    tell(Json.object().put("gone", guest.number()));
  }

  private void tell(ObjectNode news) {
    String text = event(news);
    List.copyOf(listeners.keySet()).forEach(listener -> listener.accept(text));
  }

  private static String event(ObjectNode news) {
    return "event: presence\ndata: " + Json.text(news) + "\n\n";
  }
}
