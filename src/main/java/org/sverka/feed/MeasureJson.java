package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Responsible;
import org.sverka.roadmap.Term;
import org.sverka.sync.Hold;

/** One measure of the feed as JSON. */
final class MeasureJson {
  private MeasureJson() {}

  static void write(JsonGenerator json, FeedView view, MeasureView measure) throws IOException {
    List<Party> parties = view.roadmap().parties();
    Term term = measure.measure().term();
    json.writeStartObject();
    json.writeStringField("number", measure.measure().number().value());
    json.writeStringField("text", measure.measure().text());
    json.writeObjectFieldStart("responsible");
    for (Party party : parties) {
      strings(json, party.key(), measure.responsible(party.key()).stream().map(Responsible::name));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("term");
    json.writeStringField("text", term.text());
    json.writeNumberField("from", term.from());
    json.writeNumberField("to", term.to());
    json.writeEndObject();
    Json.orNull(json, "status", measure.status());
    json.writeObjectFieldStart("progress");
    for (Party party : parties) {
      json.writeStringField(party.key(), measure.progress(party.key()));
    }
    json.writeEndObject();
    Json.orNull(json, "completedOn", measure.completedOn());
    strings(json, "evidence", measure.evidence().stream());
    json.writeStringField("changedAt", measure.changedAt().toString());
    writeHeld(json, view, measure);
    json.writeObjectFieldStart("bodies");
    for (Party party : parties) {
      strings(json, party.key(), measure.responsible(party.key()).stream().map(Responsible::body));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Columns in the order of the sheet, so that the same state gives the same bytes. */
  private static void writeHeld(JsonGenerator json, FeedView view, MeasureView measure)
      throws IOException {
    json.writeArrayFieldStart("held");
    for (String column : measure.heldIn(view.layout())) {
      Hold hold = measure.held().get(column);
      if (hold != null) {
        json.writeStartObject();
        json.writeStringField("column", column);
        json.writeStringField("since", hold.since().toString());
        strings(json, "rules", hold.rules().stream());
        json.writeNumberField("entry", hold.entry());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String key, Stream<String> values)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (String value : values.toList()) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
