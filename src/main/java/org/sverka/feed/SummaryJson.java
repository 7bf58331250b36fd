package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Period;
import org.sverka.roadmap.Section;
import org.sverka.sheet.ColumnType;

/**
 * The figures of a roadmap: how many measures have which status, in all and by section and so on.
 */
public final class SummaryJson {
  private SummaryJson() {}

  /** The figures as JSON. */
  public static byte[] summary(FeedView view) {
    return Json.bytes(json -> write(json, view));
  }

  private static void write(JsonGenerator json, FeedView view) throws IOException {
    json.writeStartObject();
    json.writeNumberField("revision", view.revision());
    json.writeStringField("changedAt", view.changedAt().toString());
    Json.orNull(json, "staleSince", view.staleSince().map(Instant::toString).orElse(""));
    counts(json, view.statuses(), view.measures());
    json.writeNumberField(
        "held", view.measures().stream().filter(measure -> !measure.held().isEmpty()).count());
    json.writeArrayFieldStart("sections");
    for (Section section : view.roadmap().sections()) {
      json.writeStartObject();
      json.writeStringField("number", section.number());
      json.writeStringField("title", section.title());
      end(json, view, new FeedFilter(section.number(), "", "", "", "", ""));
    }
    json.writeEndArray();
    writeSides(json, view);
    Period period = view.roadmap().period();
    json.writeArrayFieldStart("years");
    for (int year : IntStream.rangeClosed(period.from(), period.to()).toArray()) {
      json.writeStartObject();
      json.writeNumberField("year", year);
      end(json, view, new FeedFilter("", "", "", "", Integer.toString(year), ""));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeSides(JsonGenerator json, FeedView view) throws IOException {
    json.writeArrayFieldStart("parties");
    for (Party party : view.roadmap().parties()) {
      json.writeStartObject();
      json.writeStringField("key", party.key());
      json.writeStringField("name", party.name());
      end(json, view, new FeedFilter("", party.key(), "", "", "", ""));
    }
    json.writeEndArray();
    json.writeArrayFieldStart("bodies");
    for (Body body : view.roadmap().bodies()) {
      json.writeStartObject();
      json.writeStringField("key", body.key());
      json.writeStringField("party", body.party());
      json.writeStringField("name", body.name());
      end(json, view, new FeedFilter("", "", body.key(), "", "", ""));
    }
    json.writeEndArray();
  }

  private static void end(JsonGenerator json, FeedView view, FeedFilter filter) throws IOException {
    counts(json, view.statuses(), view.measures(filter));
    json.writeEndObject();
  }

  static void counts(
      JsonGenerator json, List<ColumnType.Option> statuses, List<MeasureView> measures)
      throws IOException {
    json.writeNumberField("measures", measures.size());
    json.writeObjectFieldStart("byStatus");
    for (ColumnType.Option status : statuses) {
      json.writeNumberField(status.key(), count(measures, m -> m.status().equals(status.key())));
    }
    json.writeEndObject();
  }

  private static long count(List<MeasureView> measures, Predicate<MeasureView> wanted) {
    return measures.stream().filter(wanted).count();
  }
}
