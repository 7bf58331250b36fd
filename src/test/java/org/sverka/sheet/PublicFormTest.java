package org.sverka.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicFormTest {
  private static final ColumnType STATUS =
      new ColumnType.Choice(List.of(new ColumnType.Option("in-progress", "В работе")));

  @Test
  void label_becomesItsKey() {
    assertThat(PublicForm.of(STATUS, Cell.text(" В  работе"))).contains("in-progress");
  }

  @Test
  void otherText_isNoChoice() {
    assertThat(PublicForm.of(STATUS, Cell.text("Готово"))).isEmpty();
  }

  @Test
  void blankCell_isEmptyInEveryColumn() {
    for (ColumnType type :
        List.of(STATUS, new ColumnType.Date(), new ColumnType.Links(9), new ColumnType.Text(9))) {
      assertThat(PublicForm.of(type, Cell.text("  "))).contains("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"23.11.2026", "2026-11-23", " 23.11.2026 "})
  void russianAndIsoDates_areRead(String text) {
    assertThat(PublicForm.date(Cell.text(text))).contains(LocalDate.of(2026, 11, 23));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2026", "2026-02-31", "11/23/2026", "03.04", "завтра", "23.11.26"})
  void whatIsNoDate_isNotGuessed(String text) {
    assertThat(PublicForm.date(Cell.text(text))).isEmpty();
  }

  @Property
  void serialNumber_isItsDay(@ForAll @IntRange(min = 1, max = 100_000) int serial) {
    assertThat(PublicForm.date(new Cell(Cell.Kind.NUMBER, String.valueOf(serial))))
        .contains(LocalDate.of(1899, 12, 30).plusDays(serial));
    assertThat(PublicForm.date(new Cell(Cell.Kind.NUMBER, serial + ".75")))
        .contains(LocalDate.of(1899, 12, 30).plusDays(serial));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gov.spb.ru/news/1",
        "https://калининград.рф/a?b=c",
        "HTTPS://gov39.ru",
        "https://gov.spb.ru:8443/x"
      })
  void httpsLinkToNamedHost_isALink(String text) {
    assertThat(PublicForm.isLink(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gov.spb.ru",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//gov.spb.ru",
        "https:gov.spb.ru",
        "https://user@gov.spb.ru",
        "https://user:secret@gov.spb.ru/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://gov.spb.ru/ два",
        "https://gov..ru/",
        "https://",
        "gov.spb.ru"
      })
  void anythingElse_isNone(String text) {
    assertThat(PublicForm.isLink(text)).isFalse();
  }

  @Test
  void links_areOneALine() {
    assertThat(
            PublicForm.of(
                new ColumnType.Links(500),
                Cell.text("https://gov.spb.ru/1 \n\n https://gov39.ru/2\n")))
        .contains("https://gov.spb.ru/1\nhttps://gov39.ru/2");
  }

  @Test
  void formula_hasNoPublicForm() {
    assertThat(PublicForm.of(new ColumnType.Text(100), new Cell(Cell.Kind.FORMULA, "=1+1")))
        .isEmpty();
  }
}
