package org.sverka.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sverka.rule.Severity;
import org.sverka.rule.Verdict;
import org.sverka.text.WellFormed;

/** Reads an entry's JSON strictly: each value has one spelling. */
final class EntryReader {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NO_SALT = Pattern.compile("");

  private EntryReader() {}

  static SealedEntry read(JsonNode json) {
    Entry entry =
        new Entry(
            number(json, "seq"),
            key(json, "at", EntryReader::moment),
            key(json, "type", EntryType::of),
            orEmpty(json, "measure"),
            orEmpty(json, "column"),
            text(json, "before"),
            text(json, "after"),
            verdict(json),
            findings(json),
            orEmpty(json, "party"),
            key(json, "partyBasis", PartyBasis::of),
            flag(json, "published"),
            about(json));
    return new SealedEntry(
        entry,
        matching(json, "salt", isErased(json) ? NO_SALT : SALT),
        matching(json, "textDigest", HASH),
        matching(json, "previousHash", HASH),
        matching(json, "hash", HASH));
  }

  /** Logs from before there were erasures do not have the key. */
  private static boolean isErased(JsonNode json) {
    return !json.path("erased").isMissingNode() && flag(json, "erased");
  }

  /** Logs from before there were reviews do not have the key. */
  private static long about(JsonNode json) {
    if (json.path("about").isMissingNode() || json.path("about").isNull()) {
      return 0;
    }
    long about = number(json, "about");
    require(about > 0, "about");
    return about;
  }

  private static List<LoggedFinding> findings(JsonNode json) {
    JsonNode list = json.path("findings");
    require(list.isArray(), "findings");
    List<LoggedFinding> findings = new ArrayList<>();
    for (JsonNode each : list) {
      findings.add(
          new LoggedFinding(
              text(each, "rule"), key(each, "severity", Severity::of), text(each, "message")));
    }
    return findings;
  }

  private static Verdict verdict(JsonNode json) {
    return json.path("verdict").isNull() ? Verdict.NONE : named(json);
  }

  private static Verdict named(JsonNode json) {
    Verdict verdict = key(json, "verdict", Verdict::of);
    require(verdict != Verdict.NONE, "verdict");
    return verdict;
  }

  private static Instant moment(String text) {
    try {
      Instant moment = Instant.parse(text);
      require(moment.toString().equals(text), "at");
      require(moment.truncatedTo(ChronoUnit.MILLIS).equals(moment), "at");
      return moment;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static long number(JsonNode json, String key) {
    JsonNode value = json.path(key);
    require(value.isIntegralNumber() && value.canConvertToLong(), key);
    return value.longValue();
  }

  private static boolean flag(JsonNode json, String key) {
    require(json.path(key).isBoolean(), key);
    return json.path(key).booleanValue();
  }

  private static String text(JsonNode json, String key) {
    JsonNode value = json.path(key);
    require(value.isTextual() && value.textValue().equals(WellFormed.text(value.textValue())), key);
    return value.textValue();
  }

  private static String orEmpty(JsonNode json, String key) {
    if (json.path(key).isNull()) {
      return "";
    }
    String text = text(json, key);
    require(!text.isEmpty(), key);
    return text;
  }

  private static String matching(JsonNode json, String key, Pattern form) {
    String text = text(json, key);
    require(form.matcher(text).matches(), key);
    return text;
  }

  private static <T> T key(JsonNode json, String key, Function<String, T> read) {
    try {
      return read.apply(text(json, key));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(fault(key), e);
    }
  }

  private static void require(boolean right, String key) {
    if (!right) {
      throw new IllegalArgumentException(fault(key));
    }
  }

  private static String fault(String key) {
    return "Not the JSON of a log entry: " + key;
  }
}
