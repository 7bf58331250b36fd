package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** A page token: what a file is sorted by, so that it may change or go without harm to the list. */
final class DrivePageToken {
  private DrivePageToken() {}

  /**
   * Makes a token.
   *
   * @param subject what the list is about; the token is good for that only
   */
  static String write(DriveFile last, String subject) {
    ObjectNode json = Json.object();
    json.put("id", last.id()).put("name", last.name()).put("of", subject.hashCode());
    json.put("created", last.createdAt().toString()).put("modified", last.modifiedAt().toString());
    return Base64.getUrlEncoder().encodeToString(Json.bytes(json, false));
  }

  /** The file, as far as it matters for sorting. Says 400 where the token is none of ours. */
  static DriveFile read(String token, String subject) {
    try {
      JsonNode json =
          Json.parse(Base64.getUrlDecoder().decode(token.getBytes(StandardCharsets.UTF_8)));
      if (json.path("of").asInt() == subject.hashCode() && json.hasNonNull("id")) {
        return new DriveFile(
            json.path("id").asText(),
            json.path("name").asText(),
            Instant.parse(json.path("created").asText()),
            Instant.parse(json.path("modified").asText()),
            0,
            Editor.SERVICE,
            false,
            DriveFile.ROOT,
            Json.array());
      }
    } catch (IllegalArgumentException | DateTimeException | ApiException e) {
      // Said below.
    }
    throw DriveProblem.invalid("pageToken");
  }
}
