package org.sverka.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.rule.PersonalText;
import org.sverka.sync.Erasure.Traces;
import org.sverka.sync.State;
import org.sverka.sync.StoreException;

/** Takes the texts of an entry out of the tables; all that hashes are of stays. */
record EraseTables(Handle handle, String roadmap) {
  private static final int MOST_TRACES = 100;

  private record Shown(long revision, String json) {}

  /**
   * Erases the entry, and its texts in what the site showed once, but not where it still does.
   *
   * @param state as it stands
   */
  Traces erase(Entry entry, State state) {
    Set<String> texts =
        Stream.of(entry.before(), entry.after())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
    handle.execute(
        "UPDATE entry SET text_before = '', text_after = '', salt = ''"
            + " WHERE roadmap = ? AND seq = ?",
        roadmap,
        entry.seq());
    handle.execute(
        "UPDATE entry_finding SET message = '' WHERE roadmap = ? AND seq = ?",
        roadmap,
        entry.seq());
    return new Traces(eraseShown(entry, texts, state), others(entry, texts));
  }

  private long eraseShown(Entry entry, Set<String> texts, State state) {
    Set<String> gone = new HashSet<>(texts);
    MeasureNumber.parse(entry.measure())
        .map(number -> state.measures().get(number))
        .map(measure -> comparable(measure.published(entry.column())))
        .ifPresent(gone::remove);
    long changed = 0;
    for (Shown row : shown(entry.measure())) {
      ShownJson then = read(row.json);
      if (gone.contains(comparable(then.published().getOrDefault(entry.column(), "")))) {
        Map<String, String> published = new HashMap<>(then.published());
        published.remove(entry.column());
        write(
            entry.measure(), row.revision, new ShownJson(published, then.held(), then.changedAt()));
        changed++;
      }
    }
    return changed;
  }

  /** A value on the site as the log has it. */
  private static String comparable(String value) {
    return PersonalText.masked(value).strip();
  }

  private List<Shown> shown(String number) {
    return handle
        .createQuery(
            "SELECT revision, shown FROM published_measure"
                + " WHERE roadmap = :roadmap AND number = :number")
        .bind("roadmap", roadmap)
        .bind("number", number)
        .map((row, context) -> new Shown(row.getLong("revision"), row.getString("shown")))
        .list();
  }

  private void write(String number, long revision, ShownJson shown) {
    handle
        .createUpdate(
            "UPDATE published_measure SET shown = :shown WHERE roadmap = :roadmap"
                + " AND number = :number AND revision = :revision")
        .bind("shown", StateJson.write(shown))
        .bind("roadmap", roadmap)
        .bind("number", number)
        .bind("revision", revision)
        .execute();
  }

  private ShownJson read(String json) {
    try {
      return StateJson.read(json, ShownJson.class);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          Words.text("load-unreadable", roadmap, String.valueOf(e.getMessage())), e);
    }
  }

  private List<Long> others(Entry entry, Set<String> texts) {
    List<Long> found = new ArrayList<>();
    for (String text : texts) {
      handle
          .createQuery(
              "SELECT seq FROM entry WHERE roadmap = :roadmap AND measure = :measure"
                  + " AND column_key = :column AND (TRIM(text_before) = :text"
                  + " OR TRIM(text_after) = :text) ORDER BY seq LIMIT "
                  + MOST_TRACES)
          .bind("roadmap", roadmap)
          .bind("measure", entry.measure())
          .bind("column", entry.column())
          .bind("text", text)
          .mapTo(Long.class)
          .forEach(found::add);
    }
    return found.stream().distinct().sorted().toList();
  }
}
