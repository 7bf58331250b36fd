package org.sverka.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;

/**
 * What the site shows of a measure, as it is kept.
 *
 * @param published the values on the site, by column key
 * @param held why columns show an older value, by column key
 */
record ShownJson(Map<String, String> published, Map<String, Hold> held, Instant changedAt) {
  static String write(MeasureState state) {
    return StateJson.write(new ShownJson(state.published(), state.held(), state.changedAt()));
  }

  static MeasureState read(String json) throws JsonProcessingException {
    ShownJson shown = StateJson.read(json, ShownJson.class);
    return new MeasureState(
        true, Map.of(), shown.published, shown.held, Map.of(), shown.changedAt, "", "");
  }
}
