package org.sverka.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What an operator sees. */
final class Management {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  Management(int port) {
    this.root = "http://localhost:" + port;
  }

  String get(String path) {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(root + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** An operator says that the sheet is to be looked at, whatever was wrong. */
  void lookNow() {
    try {
      var unused =
          client.send(
              HttpRequest.newBuilder(URI.create(root + "/sync"))
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .build(),
              HttpResponse.BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  JsonNode status() {
    return Bench.json(get("/status"));
  }

  JsonNode roadmap() {
    return status().path("roadmaps").path(0);
  }

  String lastError() {
    return roadmap().path("lastError").asText();
  }

  /** {@code running}, or why not. */
  String state() {
    return roadmap().path("state").asText();
  }

  /** How many turns there have been. */
  long turns() {
    return get("/metrics")
        .lines()
        .filter(line -> line.startsWith("sverka_turns_seconds_count"))
        .mapToLong(line -> (long) Double.parseDouble(line.replaceFirst(".* ", "")))
        .sum();
  }
}
