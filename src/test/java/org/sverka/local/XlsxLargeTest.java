package org.sverka.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.local.XlsxFixture.cell;
import static org.sverka.local.XlsxFixture.editedSheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Tables far larger and wider than any roadmap. */
class XlsxLargeTest {
  private final XlsxFixture sheet = new XlsxFixture();

  @Test
  void tenThousandRows_goOutAndComeBackWithTheOneEdit() {
    sheet.fill(10_000, 12);
    byte[] file = editedSheet(sheet.export(), tab -> cell(tab, 9_999, 3).setCellValue("Последнее"));
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("unchanged").asInt()).isEqualTo(9_999 * 12 - 1);
    assertThat(answer.get("refused")).isEmpty();
    assertThat(sheet.text(9_999, 3)).isEqualTo("Последнее");
  }

  @Test
  void thousandColumns_goOutAndComeBackWithTheOneEdit() {
    sheet.fill(30, 1_000);
    byte[] file = editedSheet(sheet.export(), tab -> cell(tab, 29, 999).setCellValue("Последнее"));
    ObjectNode answer = sheet.take(file);
    assertThat(answer.get("changed").asInt()).isEqualTo(1);
    assertThat(answer.get("refused")).isEmpty();
    assertThat(sheet.text(29, 999)).isEqualTo("Последнее");
  }
}
