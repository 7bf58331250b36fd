package org.sverka.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sverka.google.SheetServer.json;
import static org.sverka.google.SheetServer.onRead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sverka.sheet.Cell;
import org.sverka.sheet.SheetException;
import org.sverka.sheet.SheetGateway;
import org.sverka.sheet.Snapshot;

/** What a second read costs: nothing, or what has changed. */
class SnapshotReaderIT {
  @RegisterExtension
  static final WireMockExtension server =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private SheetGateway gateway;

  @BeforeEach
  void connect() {
    gateway = Fixture.gateway(server.baseUrl());
  }

  private Snapshot read(String body) {
    server.stubFor(onRead().willReturn(json(body)));
    return gateway.read(7).orElseThrow();
  }

  @Test
  void sameAnswer_isTheSameSnapshot() {
    assertThat(read(Bodies.TAB)).isSameAs(read(Bodies.TAB));
  }

  @Test
  void sameContentInOtherWords_isTheSameSnapshot() {
    assertThat(read(Bodies.TAB)).isSameAs(read(Bodies.TAB.replace("\n", "\n\n")));
  }

  @Test
  void fieldsInAnyOrder_areTheSameSnapshot() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Snapshot first = read(Bodies.TAB);

    assertThat(read(reversed(json.readTree(Bodies.TAB)).toString())).isSameAs(first);
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      array.forEach(item -> items.add(reversed(item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    Deque<String> names = new ArrayDeque<>();
    node.fieldNames().forEachRemaining(names::push);
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> fields.set(name, reversed(node.get(name))));
    return fields;
  }

  @Test
  void changedCell_leavesTheOtherRowsShared() {
    Snapshot before = read(Bodies.TAB);
    Snapshot after = read(Bodies.TAB.replace("\"1.1\"},\"formatted", "\"1.2\"},\"formatted"));

    assertThat(after.rows().get(1).cells()).containsExactly(Cell.text("1.2"));
    assertThat(after.rows().get(0)).isSameAs(before.rows().get(0));
  }

  @Test
  void answerThatCouldNotBeUsed_isNotTakenForKnownTheNextTime() {
    String broken = Bodies.TAB.replace("\"rowCount\":4", "\"rowCount\":5");
    Snapshot before = read(Bodies.TAB);
    for (int i = 0; i < 2; i++) {
      server.stubFor(onRead().willReturn(json(broken)));
      assertThatExceptionOfType(SheetException.class).isThrownBy(() -> gateway.read(7));
    }
    assertThat(read(Bodies.TAB)).isSameAs(before);
  }
}
