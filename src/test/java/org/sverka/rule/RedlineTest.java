package org.sverka.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedlineTest {
  @ParameterizedTest
  @CsvSource({
    "Обмен опытом, Обмен мнениями, Обмен [убрано: опытом; добавлено: мнениями]",
    "Обмен опытом работы, Обмен работы, Обмен [убрано: опытом] работы",
    "Обмен опытом, Обмен большим опытом, Обмен [добавлено: большим] опытом",
    "2023-2026 гг., 2023-2030 гг., 2023-[убрано: 2026; добавлено: 2030] гг.",
    "Обмен опытом, '', [убрано: Обмен опытом]",
    "'', Обмен опытом, [добавлено: Обмен опытом]"
  })
  void changedWords_standBetweenThoseThatStay(String signed, String found, String expected) {
    assertThat(Redline.of(signed, found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "«Обмен» – опытом, '\"Обмен\" — опытом'",
    "Обмен опытом, 'Обмен  \u00A0 опытом '",
    "Обмен опытом, Обмен опытом"
  })
  void differenceThatCannotBeRead_isLeftOut(String signed, String found) {
    assertThat(Redline.of(signed, found)).isEmpty();
  }

  @Test
  void differenceThatCannotBeRead_isLeftOutBesideOneThatCan() {
    assertThat(Redline.of("ярмарка «Балтика» – 2024 года", "ярмарка \"Балтика\" — 2025 года"))
        .isEqualTo("ярмарка «Балтика» – [убрано: 2024; добавлено: 2025] года");
  }

  @Test
  void longText_isShownAroundTheChangeOnly() {
    String before = "Организация взаимных визитов делегаций и проведение рабочих встреч ";
    String after = " в целях развития межрегионального сотрудничества сторон";
    assertThat(Redline.of(before + "ежегодно" + after, before + "ежемесячно" + after))
        .isEqualTo("…рабочих встреч [убрано: ежегодно; добавлено: ежемесячно] в целях развития…");
  }

  @Test
  void manyChanges_areCountedAfterTheThird() {
    String signed = "а один б два в три г четыре д пять е";
    String found = "а 1 б 2 в 3 г 4 д 5 е";
    assertThat(Redline.of(signed, found))
        .isEqualTo(
            "а [убрано: один; добавлено: 1] б [убрано: два; добавлено: 2] в"
                + " [убрано: три; добавлено: 3] г — и ещё 2 изменения");
  }

  @Test
  void personalData_areMasked() {
    assertThat(Redline.of("Обмен опытом", "Обмен опытом ivanov@example.org"))
        .isEqualTo("Обмен опытом [добавлено: [скрыта почта]]");
  }

  @Test
  void characterThatTurnsTheDirectionOfWriting_isShown() {
    assertThat(Redline.of("Обмен опытом", "Обмен \u202Eмотыпо")).contains("⟨U+202E⟩");
  }

  @Property(tries = 500)
  void anyText_givesAShortLine(@ForAll String signed, @ForAll String found) {
    assertThat(Redline.of(signed, found)).doesNotContain("\n").hasSizeLessThan(8 * 3 * 400);
  }

  @Test
  void hugeText_givesAShortLine() {
    assertThat(Redline.of("Обмен опытом", "слово ".repeat(8_000))).hasSizeLessThan(300);
    assertThat(Redline.of("Обмен опытом", "😀".repeat(25_000))).hasSizeLessThan(300);
  }
}
