package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes from entry to entry and checks the chain (docs/log.md, «The hashes»). */
final class EntryCheck {
  /** What the first entry names as the one before it. */
  private static final String ORIGIN = "0".repeat(64);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> WHOLE =
      List.of(
          "seq",
          "at",
          "type",
          "measure",
          "column",
          "verdict",
          "party",
          "partyBasis",
          "published",
          "textDigest",
          "previousHash");

  private final Set<Long> erased = new HashSet<>();
  private final Set<Long> unsaid = new HashSet<>();
  private long count;
  private long bytes;
  private String head = ORIGIN;

  /**
   * Checks the next entry.
   *
   * @return its leaf of the tree: the canonical JSON that its hash is of
   */
  byte[] next(JsonNode entry) throws WrongException {
    long seq = count + 1;
    if (!entry.path("seq").isIntegralNumber() || entry.path("seq").longValue() != seq) {
      throw wrong(Fault.NUMBER, seq);
    }
    try {
      byte[] whole = check(entry, seq);
      count = seq;
      head = entry.path("hash").textValue();
      bytes += whole.length;
      return whole;
    } catch (IllegalArgumentException e) {
      throw wrong(Fault.FORM, seq);
    }
  }

  private byte[] check(JsonNode entry, long seq) throws WrongException {
    if (!head.equals(entry.path("previousHash").textValue())) {
      throw wrong(Fault.PREVIOUS_HASH, seq);
    }
    if (!required(entry, "erased").isBoolean()) {
      throw wrong(Fault.FORM, seq);
    }
    if (entry.path("erased").booleanValue()) {
      requireErased(entry, seq);
    } else {
      requireTexts(entry, seq);
    }
    byte[] whole = Canonical.bytes(whole(entry));
    if (!Sha.hex(whole).equals(entry.path("hash").textValue())) {
      throw wrong(Fault.HASH, seq);
    }
    noteErasure(entry);
    return whole;
  }

  private void requireTexts(JsonNode entry, long seq) throws WrongException {
    byte[] texts = Canonical.bytes(texts(entry));
    bytes += texts.length;
    if (!Sha.hex(texts).equals(entry.path("textDigest").textValue())) {
      throw wrong(Fault.TEXT_DIGEST, seq);
    }
  }

  /** Of an erased entry nothing is left that the digest is of but rules and severities. */
  private void requireErased(JsonNode entry, long seq) throws WrongException {
    boolean empty = isEmpty(entry, "salt") && isEmpty(entry, "before") && isEmpty(entry, "after");
    for (JsonNode finding : required(entry, "findings")) {
      empty &= isEmpty(finding, "message");
    }
    if (!empty) {
      throw wrong(Fault.ERASED_IN_PART, seq);
    }
    erased.add(seq);
    unsaid.add(seq);
  }

  /** An erasure is itself an entry, so nobody can hide a text by calling it erased. */
  private void noteErasure(JsonNode entry) {
    if (entry.path("type").asText().equals("review")
        && entry.path("column").asText().equals("erased")) {
      unsaid.remove(entry.path("about").asLong());
    }
  }

  /** To be asked once, at the end. */
  void requireErasuresSaid() throws WrongException {
    if (!unsaid.isEmpty()) {
      throw wrong(Fault.ERASED_UNSAID, unsaid.stream().min(Long::compare).orElseThrow());
    }
  }

  private static ObjectNode texts(JsonNode entry) {
    ObjectNode texts = JSON.objectNode();
    for (String key : List.of("salt", "before", "after")) {
      texts.set(key, required(entry, key));
    }
    var findings = texts.putArray("findings");
    for (JsonNode finding : required(entry, "findings")) {
      ObjectNode each = findings.addObject();
      for (String key : List.of("rule", "severity", "message")) {
        each.set(key, required(finding, key));
      }
    }
    return texts;
  }

  /** {@code about} came later than the first logs and is left out where it is null. */
  private static ObjectNode whole(JsonNode entry) {
    ObjectNode whole = JSON.objectNode();
    for (String key : WHOLE) {
      whole.set(key, required(entry, key));
    }
    if (!required(entry, "about").isNull()) {
      whole.set("about", entry.path("about"));
    }
    return whole;
  }

  private static JsonNode required(JsonNode node, String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      throw new IllegalArgumentException(key);
    }
    return value;
  }

  private static boolean isEmpty(JsonNode node, String key) {
    return required(node, key).isTextual() && node.path(key).textValue().isEmpty();
  }

  private static WrongException wrong(Fault fault, long seq) {
    return new WrongException(fault, Long.toString(seq));
  }

  long count() {
    return count;
  }

  String head() {
    return head;
  }

  /** Of how many entries the texts were erased. */
  long erased() {
    return erased.size();
  }

  /** How many bytes of JSON were hashed. */
  long bytes() {
    return bytes;
  }
}
