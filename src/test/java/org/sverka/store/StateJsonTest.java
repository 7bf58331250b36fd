package org.sverka.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.Cell;
import org.sverka.sync.MeasureState;
import org.sverka.sync.SheetState;

final class StateJsonTest {
  @Provide
  Arbitrary<MeasureState> measures() {
    return RandomStates.measures();
  }

  @Provide
  Arbitrary<SheetState> sheets() {
    return RandomStates.sheets();
  }

  @Property(tries = 300)
  void anyMeasure_comesBackEqual(@ForAll("measures") MeasureState measure)
      throws JsonProcessingException {
    assertThat(StateJson.read(throughUtf8(StateJson.write(measure)), MeasureState.class))
        .isEqualTo(measure);
  }

  @Property(tries = 300)
  void anySheet_comesBackEqual(@ForAll("sheets") SheetState sheet) throws JsonProcessingException {
    assertThat(StateJson.read(throughUtf8(StateJson.write(sheet)), SheetState.class))
        .isEqualTo(sheet);
  }

  // Kept states are read by this form: whoever changes it has to migrate them.
  @Test
  void form_isAsKept() {
    assertThat(StateJson.write(Samples.measure("Готово")))
        .isEqualTo(
            "{\"present\":true,\"seen\":{"
                + "\"completedOn\":{\"kind\":\"NUMBER\",\"text\":\"46349\"},"
                + "\"evidence\":{\"kind\":\"FORMULA\",\"text\":\"=A1\\n�\"},"
                + "\"status\":{\"kind\":\"TEXT\",\"text\":\"Готово\"}},"
                + "\"published\":{\"status\":\"in-progress\"},"
                + "\"held\":{\"status\":{\"since\":\"2026-11-23T09:00:00.123Z\","
                + "\"rules\":[\"status-vocabulary\"],\"entry\":3}},"
                + "\"rebuffs\":{\"text\":{\"at\":[\"2026-11-23T09:00:00.123Z\","
                + "\"2026-11-23T09:00:00.124Z\"],\"pending\":true,\"redline\":\"[убрано: x]\"}},"
                + "\"changedAt\":\"2026-11-23T09:00:00.123Z\","
                + "\"check\":\"Ошибка: «Готово»\",\"site\":\"прежнее от 03.02\"}");
    assertThat(StateJson.write(Samples.BARE))
        .isEqualTo(
            "{\"sheetId\":-1,\"headings\":{},\"extras\":[],\"header\":{},\"tabMissing\":true,"
                + "\"pending\":{\"digest\":\"\",\"since\":\"1970-01-01T00:00:00Z\","
                + "\"first\":\"1970-01-01T00:00:00Z\"},\"judgedOn\":\"\"}");
  }

  @Test
  void halfASurrogatePair_isReplaced() {
    assertThat(StateJson.write(Map.of("a", "\uD83D \uD83D\uDE00 \uDE00")))
        .isEqualTo("{\"a\":\"� \uD83D\uDE00 �\"}");
  }

  @Test
  void missingKey_isAnError() {
    assertThatThrownBy(() -> StateJson.read("{\"kind\":\"EMPTY\"}", Cell.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void unknownKey_isAnError() {
    assertThatThrownBy(
            () -> StateJson.read("{\"kind\":\"EMPTY\",\"text\":\"\",\"x\":1}", Cell.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  private static String throughUtf8(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
