package org.sverka.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.sync.Hold;
import org.sverka.sync.MeasureState;

/**
 * What the site shows of a measure, as it is kept.
 *
 * @param published the values on the site, by column key
 * @param held why columns show an older value, by column key
 * @param erased columns whose value was erased by law, by key; where there are none the key is left
 *     out, as it was before there was one
 */
record ShownJson(
    Map<String, String> published,
    Map<String, Hold> held,
    Instant changedAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> erased) {
  private static final String ERASED = "erased";

  ShownJson {
    erased = erased.stream().distinct().sorted().toList();
  }

  static String write(MeasureState state) {
    return StateJson.write(
        new ShownJson(state.published(), state.held(), state.changedAt(), List.of()));
  }

  static ShownJson read(String json) throws JsonProcessingException {
    return StateJson.read(json, ShownJson.class, ERASED);
  }

  MeasureState state() {
    return new MeasureState(true, Map.of(), published, held, Map.of(), changedAt, "", "");
  }
}
