package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sverka.testing.Hostile;

/** Whatever stands in the sheet, a file that nobody has edited brings no edit back. */
class XlsxRoundTripTest {
  private static final int ROW = 3;
  private static final int COLUMN = 3;

  private static void assertUntouched(CellValue value) {
    XlsxFixture sheet = new XlsxFixture();
    sheet.put(ROW, COLUMN, value);
    Workbook before = sheet.book();
    ObjectNode answer = sheet.take(sheet.export());
    assertThat(answer.get("refused")).isEmpty();
    assertThat(answer.get("conflicts")).isEmpty();
    assertThat(sheet.book()).isSameAs(before);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.oneOf(
            Arbitraries.of("_x0041_", "_x005F_", "_x", "\r\n", "\r", "\u0001", "\uFFFE", "\uD83D"),
            Arbitraries.of("\uDE80", "=", "<b>&amp;", "]]>", " ", "\t", "\u0000", "\u00A0"),
            Arbitraries.strings().all().ofMaxLength(5));
    return parts.list().ofMinSize(1).ofMaxSize(8).map(list -> String.join("", list));
  }

  @Property(tries = 150)
  void text_comesBackAsItWas(@ForAll("texts") String text) {
    if (!text.isEmpty()) {
      assertUntouched(new CellValue.Text(text));
    }
  }

  @Property(tries = 100)
  void number_comesBackAsItWas(@ForAll double number) {
    assertUntouched(new CellValue.Numeric(number));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileText_comesBackAsItWas(String text) {
    assertUntouched(new CellValue.Text(text));
  }

  static List<String> hostile() {
    return Hostile.TEXTS;
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void hostileHeader_findsItsColumn(String text) {
    XlsxFixture sheet = new XlsxFixture();
    sheet.put(0, COLUMN, text);
    byte[] file =
        XlsxFixture.editedSheet(
            sheet.export(), tab -> XlsxFixture.cell(tab, 2, 2).setCellValue("Исполнено"));
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void textAtTheLimitOfACell_comesBackAsItWas(String text) {
    assertUntouched(new CellValue.Text(text));
  }

  static List<String> longTexts() {
    return List.of(
        "я".repeat(32_767),
        "я".repeat(32_768),
        "\u0001".repeat(10_000),
        "_x0041_".repeat(4_700),
        "\uD83D\uDE80".repeat(16_384),
        "\n".repeat(10_000));
  }
}
