package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand rows pasted below the table: each has its verdict soon, and the log one entry. */
class PastedRowsIT {
  private static final int ROWS = 10_000;
  // A minute on a machine that does nothing else.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void f48_tenThousandPastedRows_areJudgedAndEnteredTogether(@TempDir Path data) {
    Running running = Running.on(data, InstantSource.system());
    try {
      Editor editor = running.editor();
      Webmaster webmaster = running.webmaster();
      long before = webmaster.revision();
      int first = editor.rows().size();
      int check = editor.columnOf("Проверка");

      editor.pasteBelow(
          IntStream.range(0, ROWS)
              .mapToObj(
                  i -> List.of("99." + i, "Мероприятие, которого нет", "", "", "", "В работе"))
              .toList());

      Eventually.holdsWithin(
          PATIENCE,
          () -> {
            List<List<String>> rows = editor.rows();
            assertThat(rows.subList(first, rows.size()))
                .hasSize(ROWS)
                .allSatisfy(row -> assertThat(row).hasSizeGreaterThan(check))
                .allSatisfy(row -> assertThat(row.get(check)).startsWith("Ошибка. "));
          });
      assertThat(webmaster.entries(before)).hasSize(1);
      editor.type("1.1", "Статус", "В работе");
      Eventually.holdsWithin(
          PATIENCE,
          () ->
              assertThat(webmaster.measure("1.1").path("status").asText())
                  .isEqualTo("in-progress"));
    } finally {
      running.service().stop();
    }
  }
}
