package org.sverka.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;

/** Holds {@code docs/log.md} to what it says. */
final class LogDocTest {
  private static final String DOC = read();

  @Test
  void example_isAnIntactLog() throws IOException {
    List<SealedEntry> log = example();

    assertThat(LogVerifier.verify(log.iterator()))
        .isEqualTo(new LogVerifier.Intact(2, log.get(1).hash()));
  }

  @Test
  void example_isWrittenAsTheFeedWritesIt() throws IOException {
    List<String> written = new ArrayList<>();
    for (SealedEntry each : example()) {
      written.add(RandomLogs.text(each));
    }

    assertThat(String.join("\n", written)).isEqualTo(block("json"));
  }

  // By the digest alone, without Chain, as any outsider would.
  @Test
  void textsOfTheExample_giveItsDigest() throws Exception {
    assertThat(sha256(block("texts"))).isEqualTo(example().get(1).textDigest());
  }

  @Test
  void restOfTheExample_givesItsHash() throws Exception {
    assertThat(sha256(block("whole"))).isEqualTo(example().get(1).hash());
  }

  @Test
  void everyName_isExplained() {
    Arrays.stream(EntryType.values())
        .forEach(type -> assertThat(DOC).contains("\n| `" + type.key() + "` |"));
    Arrays.stream(PartyBasis.values())
        .forEach(basis -> assertThat(DOC).contains("`" + basis.key() + "`"));
    Arrays.stream(Severity.values())
        .forEach(severity -> assertThat(DOC).contains("`" + severity.key() + "`"));
    Arrays.stream(Verdict.values())
        .filter(verdict -> verdict != Verdict.NONE)
        .forEach(verdict -> assertThat(DOC).contains("`" + verdict.key() + "`"));
  }

  private static List<SealedEntry> example() throws IOException {
    List<SealedEntry> log = new ArrayList<>();
    for (String line : block("json").split("\n")) {
      JsonNode json = new JsonMapper().readTree(line);
      log.add(EntryJson.read(json));
    }
    return log;
  }

  private static String block(String name) {
    Matcher blocks = Pattern.compile("```" + name + "\n(.*?)\n```", Pattern.DOTALL).matcher(DOC);
    List<String> found = blocks.results().map((MatchResult block) -> block.group(1)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static String sha256(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static String read() {
    try {
      return Files.readString(Path.of("docs/log.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
