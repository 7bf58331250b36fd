package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another descriptor, in which the status is required: its Table Schema is held to in the row. */
class RequiredColumnIT {
  private Service service;
  private Editor editor;
  private Webmaster webmaster;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    Running running =
        Running.on(
            folder.resolve("data"),
            InstantSource.system(),
            Map.of("--roadmap", requiringStatus(folder).toString()));
    service = running.service();
    editor = running.editor();
    webmaster = running.webmaster();
  }

  private static Path requiringStatus(Path folder) throws IOException {
    Path seeds = Path.of("seeds");
    JsonMapper json = new JsonMapper();
    JsonNode descriptor = json.readTree(seeds.resolve("roadmap.json").toFile());
    String document = descriptor.path("document").asText();
    Files.copy(seeds.resolve(document), folder.resolve(document));
    ObjectNode status = (ObjectNode) descriptor.path("working").path("fields").path(0);
    status.putObject("constraints").put("required", true);
    return Files.writeString(folder.resolve("roadmap.json"), descriptor.toString());
  }

  @AfterEach
  void stop() {
    service.stop();
  }

  @Test
  void requiredColumnEmptied_isHeldUntilItIsFilledAgain() {
    assertThat(editor.cell("1.1", "Проверка")).contains("здесь ещё ничего не указано");
    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(
        () -> assertThat(editor.cell("1.1", "Проверка")).isEqualTo("Проверено, замечаний нет."));
    long before = webmaster.revision();

    editor.type("1.1", "Статус", "");

    Eventually.holds(
        () -> assertThat(editor.cell("1.1", "Проверка")).contains("здесь не должно быть пусто"));
    assertThat(webmaster.measure("1.1").path("status").asText()).isEqualTo("in-progress");
    assertThat(webmaster.entries(before))
        .anySatisfy(
            entry -> {
              assertThat(entry.at("/findings/0/rule").asText()).isEqualTo("required-value");
              assertThat(entry.path("verdict").asText()).isEqualTo("rejected");
            });

    editor.type("1.1", "Статус", "В работе");
    Eventually.holds(
        () -> assertThat(editor.cell("1.1", "Проверка")).isEqualTo("Проверено, замечаний нет."));
  }
}
