package org.sverka.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.testing.Hostile;
import org.sverka.text.CanonicalJson;
import org.sverka.text.WellFormed;

/** Two makers of canonical JSON that share no code have to agree. */
final class CanonicalTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Property
  void texts_areWrittenAsTheWriterWritesThem(
      @ForAll List<String> texts, @ForAll long number, @ForAll boolean truth) {
    var tree = JsonNodeFactory.instance.objectNode();
    tree.put("number", number % (1L << 53)).put("truth", truth).putNull("nothing");
    var list = tree.putArray("list");
    for (String text : texts) {
      list.add(WellFormed.text(text));
      tree.put(WellFormed.text(text), "");
    }

    assertThat(Canonical.bytes(tree)).isEqualTo(CanonicalJson.bytes(tree));
  }

  @Test
  void hostileTexts_areWrittenAsTheWriterWritesThem() {
    var tree = JsonNodeFactory.instance.arrayNode();
    Hostile.TEXTS.forEach(text -> tree.add(WellFormed.text(text)));
    tree.addObject();
    tree.addArray();

    assertThat(Canonical.bytes(tree)).isEqualTo(CanonicalJson.bytes(tree));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e3", "99999999999999999999", "\"\\ud800\""})
  void whatNoEntryHas_isRefused(String json) throws IOException {
    JsonNode tree = JSON.readTree(json);

    assertThatThrownBy(() -> Canonical.bytes(tree)).isInstanceOf(IllegalArgumentException.class);
  }
}
