package org.sverka.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of roadmaps as JSON. */
public final class RoadmapsJson {
  private RoadmapsJson() {}

  /**
   * One line of it.
   *
   * @param checkedAt when its sheet was last read
   */
  public record Line(
      String id, String title, long revision, Instant changedAt, Optional<Instant> checkedAt) {}

  /** The list. */
  public static byte[] list(List<Line> lines) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("roadmaps");
          for (Line line : lines) {
            json.writeStartObject();
            json.writeStringField("id", line.id());
            json.writeStringField("title", line.title());
            json.writeNumberField("revision", line.revision());
            json.writeStringField("changedAt", line.changedAt().toString());
            Json.orNull(json, "checkedAt", line.checkedAt().map(Instant::toString).orElse(""));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
