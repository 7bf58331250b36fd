package org.sverka.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7.6",
        " 7.6",
        "7.6 ",
        "\u00A07.6",
        "7.6\u200B",
        "\uFEFF7.6",
        "７.６",
        "7．6",
        "7.6\n",
        "\t7.6",
        "7\u00AD.6",
        "7.6\u2060"
      })
  void t8_twelveSpellingsOfOneKey_readTheSame(String spelling) {
    assertThat(Texts.normal(spelling)).isEqualTo("7.6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"«Женщина года»", "“Женщина года”", "„Женщина  года“", "\"Женщина года\""})
  void quotesAndSpaces_doNotMatter(String spelling) {
    assertThat(Texts.same(spelling, "«Женщина года»")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2023-2026", "2023–2026", "2023—2026", "2023‑2026"})
  void dashes_doNotMatter(String spelling) {
    assertThat(Texts.same(spelling, "2023-2026")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Женщина", "женщина годa", "Женщинагода"})
  void otherWords_doNotReadTheSame(String other) {
    assertThat(Texts.same(other, "Женщина года")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ёлка", "е\u0308лка", "Ёлка", "елка"})
  void caseAndDots_doNotMatterInKeys(String spelling) {
    assertThat(Texts.key(spelling)).isEqualTo("елка");
  }

  @Property
  void normalisingTwice_changesNothing(@ForAll String text) {
    assertThat(Texts.normal(Texts.normal(text))).isEqualTo(Texts.normal(text));
  }
}
