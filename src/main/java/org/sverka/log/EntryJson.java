package org.sverka.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * The public JSON of an entry. Every key is always there; what does not apply is {@code null}:
 *
 * <pre>
 * {"seq": 18, "at": "2026-11-23T09:15:02.120Z", "type": "edit", "measure": "1.3", "column": "status",
 *  "before": "…", "after": "…", "verdict": "rejected",
 *  "findings": [{"rule": "status-vocabulary", "severity": "error", "message": "…"}],
 *  "party": "spb", "partyBasis": "column", "published": false, "about": null, "erased": false,
 *  "salt": "…", "textDigest": "…", "previousHash": "…", "hash": "…"}
 * </pre>
 */
public final class EntryJson {
  private EntryJson() {}

  /** Writes one entry as an object. */
  public static void write(JsonGenerator json, SealedEntry sealed) throws IOException {
    Entry entry = sealed.entry();
    json.writeStartObject();
    json.writeNumberField("seq", entry.seq());
    json.writeStringField("at", entry.at().toString());
    json.writeStringField("type", entry.type().key());
    orNull(json, "measure", entry.measure());
    orNull(json, "column", entry.column());
    json.writeStringField("before", entry.before());
    json.writeStringField("after", entry.after());
    orNull(json, "verdict", entry.verdict().key());
    json.writeArrayFieldStart("findings");
    for (LoggedFinding finding : entry.findings()) {
      write(json, finding);
    }
    json.writeEndArray();
    orNull(json, "party", entry.party());
    json.writeStringField("partyBasis", entry.partyBasis().key());
    json.writeBooleanField("published", entry.published());
    if (entry.about() > 0) {
      json.writeNumberField("about", entry.about());
    } else {
      json.writeNullField("about");
    }
    json.writeBooleanField("erased", sealed.isErased());
    json.writeStringField("salt", sealed.salt());
    json.writeStringField("textDigest", sealed.textDigest());
    json.writeStringField("previousHash", sealed.previousHash());
    json.writeStringField("hash", sealed.hash());
    json.writeEndObject();
  }

  /**
   * The entry that an object spells. Keys that are not known are passed over, as later versions add
   * some; known ones have to be exactly as {@link #write} writes them, so that no change of them
   * goes unseen.
   *
   * @throws IllegalArgumentException if it is not the JSON of an entry; the message names the key
   */
  public static SealedEntry read(JsonNode json) {
    return EntryReader.read(json);
  }

  private static void write(JsonGenerator json, LoggedFinding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().key());
    json.writeStringField("message", finding.message());
    json.writeEndObject();
  }

  private static void orNull(JsonGenerator json, String key, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, value);
    }
  }
}
