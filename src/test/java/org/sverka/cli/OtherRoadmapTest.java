package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.roadmap.Descriptor;
import org.sverka.roadmap.InvalidRoadmapException;
import org.sverka.roadmap.Term;
import org.sverka.rule.Finding;
import org.sverka.rule.FindingTexts;
import org.sverka.rule.RowView;
import org.sverka.rule.RuleSet;
import org.sverka.sheet.Cell;
import org.sverka.sheet.Layout;
import org.sverka.sheet.Layouts;

/** What the Table Schema beside a roadmap says is what its rules hold people to. */
class OtherRoadmapTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private ObjectNode descriptor;

  @BeforeEach
  void copySeeds() throws IOException {
    Path seeds = Path.of("seeds");
    descriptor = (ObjectNode) JSON.readTree(seeds.resolve("roadmap.json").toFile());
    String document = descriptor.path("document").asText();
    Files.copy(seeds.resolve(document), folder.resolve(document));
  }

  private ObjectNode field(String name) {
    for (JsonNode field : descriptor.path("working").path("fields")) {
      if (field.path("name").asText().equals(name)) {
        return (ObjectNode) field;
      }
    }
    throw new AssertionError("No field " + name);
  }

  private ObjectNode add(String name, String title, String type) {
    ArrayNode fields = (ArrayNode) descriptor.path("working").path("fields");
    return fields.addObject().put("name", name).put("title", title).put("type", type);
  }

  private Path written() throws IOException {
    return Files.writeString(folder.resolve("other.json"), descriptor.toString());
  }

  private List<Finding> findings(Map<String, Cell> cells, Map<String, String> published)
      throws IOException {
    Descriptor read = Roadmaps.descriptor(written());
    Layout layout = Layouts.of(read);
    RowView row =
        new RowView(
            "1.1",
            false,
            Map.of(),
            new Term("2023-2026 гг.", 2023, 2026),
            cells,
            new RowView.Past(published, LocalDate.of(2024, 5, 1)),
            layout,
            LocalDate.of(2024, 5, 2));
    return RuleSet.standard(read.sites()).without(read.rulesOff()).judge(row).findings();
  }

  private List<String> messages(Map<String, Cell> cells) throws IOException {
    return findings(cells, Map.of()).stream().map(FindingTexts::message).toList();
  }

  @Test
  void otherVocabulary_isTheOneThatCounts() throws IOException {
    ArrayNode categories = field("status").putArray("categories");
    categories.addObject().put("value", "open").put("label", "Открыто");
    categories.addObject().put("value", "shut").put("label", "Закрыто");
    assertThat(messages(Map.of("status", Cell.text("Закрыто")))).isEmpty();
    assertThat(messages(Map.of("status", Cell.text("В работе"))))
        .containsExactly(
            "«Статус»: значения «В работе» нет в списке. Выберите одно из: «Открыто», «Закрыто».");
  }

  @Test
  void otherLength_isTheOneThatCounts() throws IOException {
    ((ObjectNode) field("progress.spb").path("constraints")).put("maxLength", 20);
    assertThat(messages(Map.of("progress.spb", Cell.text("Проведены две встречи"))))
        .singleElement()
        .asString()
        .contains("21 знак", "не больше 20");
  }

  @Test
  void requiredColumnNeverFilled_isANote() throws IOException {
    add("contract", "Договор", "string").putObject("constraints").put("required", true);
    assertThat(messages(Map.of()))
        .containsExactly("«Договор»: здесь ещё ничего не указано. Заполните ячейку.");
  }

  @Test
  void requiredColumnEmptied_isAnError() throws IOException {
    add("contract", "Договор", "string").putObject("constraints").put("required", true);
    assertThat(findings(Map.of(), Map.of("contract", "№ 7")))
        .extracting(finding -> finding.rule() + " " + finding.severity().key())
        .containsExactly("required-value error");
  }

  @Test
  void formatOfLinks_holdsForAnyColumnThatHasIt() throws IOException {
    add("site", "Страница", "string").put("format", "uri");
    assertThat(findings(Map.of("site", Cell.text("нет страницы")), Map.of()))
        .extracting(Finding::rule)
        .containsExactly("evidence-link");
  }

  @Test
  void dateColumn_isJudgedAsOneWhateverItsName() throws IOException {
    add("signedOn", "Дата подписания", "date");
    assertThat(findings(Map.of("signedOn", Cell.text("31.02.2024")), Map.of()))
        .extracting(Finding::rule)
        .containsExactly("readable-date");
  }

  @Test
  void ruleThatIsOff_isNotAsked() throws IOException {
    Map<String, Cell> cells = Map.of("progress.spb", Cell.text("-"));
    assertThat(findings(cells, Map.of())).extracting(Finding::rule).containsExactly("empty-words");
    descriptor.putObject("rules").putArray("off").add("empty-words");
    assertThat(findings(cells, Map.of())).isEmpty();
    assertThat(Roadmaps.charter(written()).roadmap().measures()).hasSize(41);
  }

  @Test
  void ruleThatHoldsValues_cannotBeOff() throws IOException {
    descriptor.putObject("rules").putArray("off").add("status-vocabulary");
    Path file = written();
    assertThatThrownBy(() -> Roadmaps.charter(file))
        .isInstanceOf(InvalidRoadmapException.class)
        .hasMessageContaining("status-vocabulary")
        .hasMessageContaining("empty-words");
  }

  @Test
  void schemaThatAsksForMoreThanSverkaHoldsPeopleTo_isRefused() throws IOException {
    field("status").putObject("constraints").put("unique", true);
    field("completedOn").put("format", "%d/%m/%y");
    field("evidence").put("delimiter", ",");
    ((ObjectNode) field("progress.spb").path("constraints")).put("maxLength", "много");
    Path file = written();
    assertThatThrownBy(() -> Roadmaps.descriptor(file))
        .isInstanceOf(InvalidRoadmapException.class)
        .hasMessageContaining("unique")
        .hasMessageContaining("%d/%m/%y")
        .hasMessageContaining("delimiter")
        .hasMessageContaining("maxLength");
  }
}
