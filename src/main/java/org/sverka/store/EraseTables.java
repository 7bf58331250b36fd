package org.sverka.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.sverka.log.Entry;
import org.sverka.roadmap.MeasureNumber;
import org.sverka.sync.Erasure;
import org.sverka.sync.Erasure.Traces;
import org.sverka.sync.MeasureState;
import org.sverka.sync.StoreException;
import org.sverka.text.Texts;

/** Takes the texts of an entry out of the tables; all that hashes are of stays. */
record EraseTables(Handle handle, String roadmap) {
  private record Shown(long revision, String json) {}

  /** Erases the entry, and its texts in what the site showed once, but not where it still does. */
  Traces erase(Entry entry, Erasure erasure) {
    handle.execute(
        "UPDATE entry SET text_before = '', text_after = '', salt = ''"
            + " WHERE roadmap = ? AND seq = ?",
        roadmap,
        entry.seq());
    handle.execute(
        "UPDATE entry_finding SET message = '' WHERE roadmap = ? AND seq = ?",
        roadmap,
        entry.seq());
    long revisions = eraseShown(entry.measure(), erasure);
    TextSearch.Found others = new TextSearch(handle, roadmap).entries(erasure.texts());
    return new Traces(revisions, others.entries(), others.more());
  }

  private long eraseShown(String number, Erasure erasure) {
    Map<String, String> now =
        MeasureNumber.parse(number)
            .map(measure -> erasure.next().measures().get(measure))
            .map(MeasureState::published)
            .orElse(Map.of());
    long changed = 0;
    for (Shown row : shown(number)) {
      ShownJson then = read(row.json);
      Map<String, String> published = new HashMap<>(then.published());
      published
          .entrySet()
          .removeIf(
              value ->
                  erasure.texts().isValue(value.getKey(), value.getValue())
                      && !Texts.same(value.getValue(), now.getOrDefault(value.getKey(), "")));
      if (!published.equals(then.published())) {
        List<String> erased = new ArrayList<>(then.published().keySet());
        erased.removeAll(published.keySet());
        erased.addAll(then.erased());
        write(
            number, row.revision, new ShownJson(published, then.held(), then.changedAt(), erased));
        changed++;
      }
    }
    return changed;
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
      return ShownJson.read(json);
    } catch (JsonProcessingException e) {
      throw new StoreException(
          Words.text("load-unreadable", roadmap, String.valueOf(e.getMessage())), e);
    }
  }
}
