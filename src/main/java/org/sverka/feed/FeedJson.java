package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.sverka.roadmap.Body;
import org.sverka.roadmap.Party;
import org.sverka.roadmap.Roadmap;
import org.sverka.roadmap.Section;
import org.sverka.sheet.ColumnType;

/** The feed as JSON, in the shape of the contract: every key always there, keys only ever added. */
public final class FeedJson {
  private FeedJson() {}

  /** The document: all of the roadmap, or as much of it as is wanted. */
  public static byte[] feed(FeedCut cut) {
    return Json.bytes(json -> writeFeed(json, cut));
  }

  /** One measure, as it stands in the document. */
  public static byte[] measure(FeedView view, MeasureView measure) {
    return Json.bytes(json -> MeasureJson.write(json, view, measure));
  }

  private static void writeFeed(JsonGenerator json, FeedCut cut) throws IOException {
    FeedView view = cut.view();
    json.writeStartObject();
    writeRoadmap(json, view);
    json.writeNumberField("revision", view.revision());
    json.writeStringField("changedAt", view.changedAt().toString());
    Json.orNull(json, "staleSince", view.staleSince().map(Instant::toString).orElse(""));
    writeSummary(json, view.statuses(), cut.measures());
    json.writeArrayFieldStart("sections");
    for (Section section : view.roadmap().sections()) {
      writeSection(json, view, section, cut.measures());
    }
    json.writeEndArray();
    writeRemoved(json, cut.removed());
    json.writeEndObject();
  }

  private static void writeRemoved(JsonGenerator json, List<FeedCut.Tombstone> removed)
      throws IOException {
    json.writeArrayFieldStart("removed");
    for (FeedCut.Tombstone tombstone : removed) {
      json.writeStartObject();
      json.writeStringField("number", tombstone.number());
      json.writeStringField("reason", tombstone.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRoadmap(JsonGenerator json, FeedView view) throws IOException {
    Roadmap roadmap = view.roadmap();
    json.writeObjectFieldStart("roadmap");
    json.writeStringField("id", roadmap.id());
    json.writeStringField("title", roadmap.title());
    json.writeObjectFieldStart("period");
    json.writeNumberField("from", roadmap.period().from());
    json.writeNumberField("to", roadmap.period().to());
    json.writeEndObject();
    json.writeArrayFieldStart("parties");
    for (Party party : roadmap.parties()) {
      json.writeStartObject();
      json.writeStringField("key", party.key());
      json.writeStringField("name", party.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("edition", view.edition());
    writeBodies(json, roadmap.bodies());
    writeStatuses(json, view.statuses());
    json.writeStringField("timeZone", view.zone().getId());
    json.writeEndObject();
  }

  private static void writeStatuses(JsonGenerator json, List<ColumnType.Option> statuses)
      throws IOException {
    json.writeArrayFieldStart("statuses");
    for (ColumnType.Option status : statuses) {
      json.writeStartObject();
      json.writeStringField("key", status.key());
      json.writeStringField("name", status.label());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeBodies(JsonGenerator json, List<Body> bodies) throws IOException {
    json.writeArrayFieldStart("bodies");
    for (Body body : bodies) {
      json.writeStartObject();
      json.writeStringField("key", body.key());
      json.writeStringField("party", body.party());
      json.writeStringField("name", body.name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSummary(
      JsonGenerator json, List<ColumnType.Option> statuses, List<MeasureView> measures)
      throws IOException {
    json.writeObjectFieldStart("summary");
    SummaryJson.counts(json, statuses, measures);
    json.writeEndObject();
  }

  private static void writeSection(
      JsonGenerator json, FeedView view, Section section, List<MeasureView> passing)
      throws IOException {
    List<MeasureView> measures =
        passing.stream().filter(m -> m.section().number().equals(section.number())).toList();
    if (measures.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeStringField("number", section.number());
    json.writeStringField("title", section.title());
    json.writeArrayFieldStart("measures");
    for (MeasureView measure : measures) {
      MeasureJson.write(json, view, measure);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
