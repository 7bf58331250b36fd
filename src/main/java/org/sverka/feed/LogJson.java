package org.sverka.feed;

import java.util.List;
import org.sverka.log.EntryJson;
import org.sverka.log.SealedEntry;

/** The change log as JSON. */
public final class LogJson {
  private LogJson() {}

  /**
   * A page of it.
   *
   * @param next the number to go on after; 0 on the last page
   */
  public static byte[] page(List<SealedEntry> entries, long next) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("entries");
          for (SealedEntry entry : entries) {
            EntryJson.write(json, entry);
          }
          json.writeEndArray();
          if (next == 0) {
            json.writeNullField("next");
          } else {
            json.writeNumberField("next", next);
          }
          json.writeEndObject();
        });
  }

  /** One entry. */
  public static byte[] entry(SealedEntry entry) {
    return Json.bytes(json -> EntryJson.write(json, entry));
  }
}
