package org.sverka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

final class EntryJsonTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:15:02.120Z");

  @Provide
  Arbitrary<List<SealedEntry>> logs() {
    return RandomLogs.logs(1);
  }

  @Property(tries = 200)
  void anyEntry_isReadAsWritten(@ForAll("logs") List<SealedEntry> log) throws IOException {
    for (SealedEntry each : log) {
      assertThat(EntryJson.read(new JsonMapper().readTree(RandomLogs.text(each)))).isEqualTo(each);
    }
  }

  @Test
  void fullEntry_hasEveryKeyInOrder() throws IOException {
    LoggedFinding finding =
        new LoggedFinding("status-vocabulary", Severity.ERROR, "«Готово» нет в списке");
    Entry entry =
        new Entry(
            18,
            NINE,
            EntryType.EDIT,
            "1.3",
            "status",
            "В работе",
            "Готово",
            Verdict.REJECTED,
            List.of(finding),
            "spb",
            PartyBasis.COLUMN,
            false);

    assertThat(RandomLogs.text(new SealedEntry(entry, "s", "t", "p", "h")))
        .isEqualTo(
            "{\"seq\":18,\"at\":\"2026-11-23T09:15:02.120Z\",\"type\":\"edit\",\"measure\":\"1.3\",\"column\":\"status\",\"before\":\"В"
                + " работе\",\"after\":\"Готово\",\"verdict\":\"rejected\",\"findings\":[{\"rule\":\"status-vocabulary\",\"severity\":\"error\",\"message\":\"«Готово»"
                + " нет в списке\"}],\"party\":\"spb\","
                + "\"partyBasis\":\"column\",\"published\":false,\"about\":null,\"erased\":false,\"salt\":\"s\","
                + "\"textDigest\":\"t\",\"previousHash\":\"p\",\"hash\":\"h\"}");
  }

  @Test
  void whatDoesNotApply_isNull() throws IOException {
    Entry entry =
        new Entry(
            1,
            NINE,
            EntryType.EDITION,
            "",
            "",
            "",
            "",
            Verdict.NONE,
            List.of(),
            "",
            PartyBasis.UNKNOWN,
            true);

    assertThat(RandomLogs.text(new SealedEntry(entry, "s", "t", "p", "h")))
        .isEqualTo(
            "{\"seq\":1,\"at\":\"2026-11-23T09:15:02.120Z\",\"type\":\"edition\","
                + "\"measure\":null,\"column\":null,\"before\":\"\",\"after\":\"\","
                + "\"verdict\":null,\"findings\":[],\"party\":null,\"partyBasis\":\"unknown\","
                + "\"published\":true,\"about\":null,\"erased\":false,\"salt\":\"s\",\"textDigest\":\"t\","
                + "\"previousHash\":\"p\",\"hash\":\"h\"}");
  }

  @Test
  void review_namesTheEntryItIsAbout() throws IOException {
    Entry entry =
        new Entry(
            19,
            NINE,
            EntryType.REVIEW,
            "1.3",
            "reviewed",
            "",
            "Так и задумано",
            Verdict.ACCEPTED,
            List.of(),
            "",
            PartyBasis.UNKNOWN,
            false,
            18);
    SealedEntry sealed = Chain.seal(Chain.ORIGIN, List.of(entry), () -> "0".repeat(32)).get(0);

    JsonNode json = new JsonMapper().readTree(RandomLogs.text(sealed));

    assertThat(json.path("about").asLong()).isEqualTo(18);
    assertThat(EntryJson.read(json)).isEqualTo(sealed);
    ObjectNode forged = ((ObjectNode) json).put("about", 17);
    assertThat(Chain.follows(Chain.ORIGIN, EntryJson.read(forged))).isFalse();
    assertThat(Chain.follows(Chain.ORIGIN, EntryJson.read(forged.without("about")))).isFalse();
  }

  @Test
  void entryFromBeforeThereWereReviews_isReadAsItWas() {
    ObjectNode json = valid();

    assertThat(EntryJson.read(json.deepCopy().without("about"))).isEqualTo(EntryJson.read(json));
  }

  @Test
  void erasedEntry_hasNeitherTextsNorSalt() {
    SealedEntry sealed = EntryJson.read(valid());

    JsonNode json = RandomLogs.json(sealed.erased());

    assertThat(json.path("erased").asBoolean()).isTrue();
    assertThat(List.of("before", "after", "salt"))
        .allSatisfy(key -> assertThat(json.path(key).textValue()).isEmpty());
    assertThat(json.path("textDigest").textValue()).isEqualTo(sealed.textDigest());
    assertThat(EntryJson.read(json)).isEqualTo(sealed.erased());
    assertThat(Chain.follows(sealed.previousHash(), sealed.erased()))
        .isEqualTo(Chain.follows(sealed.previousHash(), sealed));
  }

  @Test
  void unknownKey_isPassedOver() {
    ObjectNode json = valid();

    assertThat(EntryJson.read(json.deepCopy().put("later", 1))).isEqualTo(EntryJson.read(json));
  }

  @Test
  void anyKeyMissing_isRefusedByName() {
    valid()
        .without(List.of("about", "erased"))
        .fieldNames()
        .forEachRemaining(
            key ->
                assertThatThrownBy(() -> EntryJson.read(valid().without(key)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(": " + key));
  }

  @ParameterizedTest
  @CsvSource({
    "at, 2026-11-23T09:15:02.1200001Z",
    "at, 2026-11-23T09:15:02.12Z",
    "at, 2026-11-23T12:15:02.120+03:00",
    "at, yesterday",
    "type, other",
    "measure, ''",
    "verdict, ''",
    "party, ''",
    "partyBasis, other",
    "published, false",
    "seq, 1",
    "findings, x",
    "salt, AB",
    "hash, ''"
  })
  void otherSpelling_isRefusedByName(String key, String value) {
    assertThatThrownBy(() -> EntryJson.read(valid().put(key, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(": " + key);
  }

  @Test
  void notAnObject_isRefused() {
    assertThatThrownBy(() -> EntryJson.read(new JsonMapper().nullNode()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ObjectNode valid() {
    Entry entry =
        new Entry(
            1,
            NINE,
            EntryType.EDIT,
            "1.3",
            "status",
            "a",
            "b",
            Verdict.ACCEPTED,
            List.of(),
            "spb",
            PartyBasis.COLUMN,
            true);
    return (ObjectNode)
        RandomLogs.json(
            Chain.seal(Chain.ORIGIN, List.of(entry), () -> "0123456789abcdef".repeat(2)).get(0));
  }
}
