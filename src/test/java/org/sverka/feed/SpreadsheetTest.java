package org.sverka.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {
  private static final Instant MADE_AT = Instant.parse("2026-11-23T11:10:00Z");

  private static byte[] table() {
    return Spreadsheet.table("Журнал", List.of("№", "Стало"), List.of(List.of(1, "a")), MADE_AT);
  }

  @Test
  void sameTable_isTheSameBytesWheneverItIsWritten() throws IOException {
    byte[] first = table();

    assertThat(table()).isEqualTo(first);
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(first))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        assertThat(part.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
        if (part.getName().equals("docProps/core.xml")) {
          assertThat(new String(parts.readAllBytes(), StandardCharsets.UTF_8))
              .contains("2026-11-23T11:10:00Z", ">Sverka<")
              .doesNotContain("POI");
        }
      }
    }
  }
}
