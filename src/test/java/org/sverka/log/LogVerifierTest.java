package org.sverka.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sverka.log.LogVerifier.Broken;
import org.sverka.log.LogVerifier.Fault;
import org.sverka.log.LogVerifier.Intact;
import org.sverka.log.LogVerifier.Result;

final class LogVerifierTest {
  @Provide
  Arbitrary<List<SealedEntry>> logs() {
    return RandomLogs.logs(1);
  }

  @Provide
  Arbitrary<List<SealedEntry>> longerLogs() {
    return RandomLogs.logs(2);
  }

  @Property(tries = 100)
  void sealedLog_isIntact(@ForAll("logs") List<SealedEntry> log) {
    SealedEntry newest = log.get(log.size() - 1);

    assertThat(verify(log)).isEqualTo(new Intact(log.size(), newest.hash()));
  }

  @Test
  void emptyLog_isIntact() {
    assertThat(verify(List.of())).isEqualTo(new Intact(0, Chain.ORIGIN));
  }

  /** Changes each value in the public JSON of each entry in turn. */
  @Property(tries = 60)
  void anyChangeOfAnyValue_isFound(@ForAll("logs") List<SealedEntry> log) {
    for (int i = 0; i < log.size(); i++) {
      for (JsonNode changed : changes(RandomLogs.json(log.get(i)))) {
        Optional<SealedEntry> read = read(changed);
        if (read.isPresent()) {
          List<SealedEntry> other = new ArrayList<>(log);
          other.set(i, read.get());
          assertThat(brokenAt(verify(other))).as("%s", changed).contains(i + 1L);
        }
      }
    }
  }

  @Property(tries = 60)
  void anyEntryLeftOut_isFound(@ForAll("longerLogs") List<SealedEntry> log) {
    for (int i = 0; i < log.size() - 1; i++) {
      List<SealedEntry> other = new ArrayList<>(log);
      other.remove(i);
      assertThat(verify(other)).isEqualTo(new Broken(i + 1L, Fault.NUMBER));
    }
  }

  @Property(tries = 60)
  void anyTwoEntriesSwapped_areFound(@ForAll("longerLogs") List<SealedEntry> log) {
    for (int i = 1; i < log.size(); i++) {
      List<SealedEntry> other = new ArrayList<>(log);
      Collections.swap(other, i - 1, i);
      assertThat(verify(other)).isEqualTo(new Broken(i, Fault.NUMBER));
    }
  }

  @Property(tries = 60)
  void anyEntrySealedAnew_isFoundInTheNext(@ForAll("longerLogs") List<SealedEntry> log) {
    for (int i = 0; i < log.size() - 1; i++) {
      SealedEntry old = log.get(i);
      List<SealedEntry> other = new ArrayList<>(log);
      other.set(
          i, Chain.seal(old.previousHash(), List.of(old.entry()), () -> "f".repeat(32)).get(0));
      assertThat(verify(other)).isEqualTo(new Broken(i + 2L, Fault.PREVIOUS_HASH));
    }
  }

  @Property(tries = 20)
  void eachFault_isNamed(@ForAll("logs") List<SealedEntry> log) {
    SealedEntry s = log.get(0);
    String other = "a".repeat(64);

    assertThat(
            verify(List.of(new SealedEntry(s.entry(), s.salt(), s.textDigest(), other, s.hash()))))
        .isEqualTo(new Broken(1, Fault.PREVIOUS_HASH));
    assertThat(
            verify(
                List.of(new SealedEntry(s.entry(), s.salt(), other, s.previousHash(), s.hash()))))
        .isEqualTo(new Broken(1, Fault.TEXT_DIGEST));
    assertThat(
            verify(
                List.of(
                    new SealedEntry(s.entry(), s.salt(), s.textDigest(), s.previousHash(), other))))
        .isEqualTo(new Broken(1, Fault.HASH));
  }

  private static Result verify(List<SealedEntry> log) {
    return LogVerifier.verify(log.iterator());
  }

  private static Optional<Long> brokenAt(Result result) {
    return result.match(intact -> Optional.empty(), broken -> Optional.of(broken.seq()));
  }

  // A change that makes it no entry at all is found in reading.
  private static Optional<SealedEntry> read(JsonNode json) {
    try {
      return Optional.of(EntryJson.read(json));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Copies of the entry with one value changed each, and with a finding more or less. */
  private static List<JsonNode> changes(JsonNode entry) {
    List<JsonNode> changes = new ArrayList<>();
    for (Iterator<String> keys = entry.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!key.equals("findings")) {
        changes.addAll(others((ObjectNode) entry, key));
      }
    }
    ArrayNode findings = (ArrayNode) entry.path("findings");
    for (int i = 0; i < findings.size(); i++) {
      for (String key : List.of("rule", "severity", "message")) {
        for (JsonNode other : others((ObjectNode) findings.get(i), key)) {
          ObjectNode copy = entry.deepCopy();
          ((ArrayNode) copy.path("findings")).set(i, other);
          changes.add(copy);
        }
      }
      ObjectNode less = entry.deepCopy();
      ((ArrayNode) less.path("findings")).remove(i);
      changes.add(less);
    }
    ObjectNode more = entry.deepCopy();
    ((ArrayNode) more.path("findings"))
        .addObject()
        .put("rule", "header")
        .put("severity", "note")
        .put("message", "");
    changes.add(more);
    return changes;
  }

  /** Copies of an object in which one key has another value, some of them of the right form. */
  private static List<ObjectNode> others(ObjectNode object, String key) {
    JsonNode value = object.path(key);
    List<ObjectNode> others = new ArrayList<>();
    others.add(object.deepCopy().putNull(key));
    others.add(object.deepCopy().put(key, value.asLong() + 1));
    others.add(object.deepCopy().put(key, !value.asBoolean()));
    for (String other :
        List.of(
            "",
            " ",
            value.asText() + " ",
            "x",
            "2.2",
            "evidence",
            "note",
            "warning",
            "accepted",
            "rejected",
            "row",
            "held",
            "account",
            "column",
            "spb",
            "2027-01-01T00:00:00Z",
            "b".repeat(32),
            "b".repeat(64))) {
      others.add(object.deepCopy().put(key, other));
    }
    others.removeIf(other -> other.equals(object));
    return others;
  }
}
