package org.sverka.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Somebody who reads the feed and the log. */
public final class Webmaster {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String root;

  public Webmaster(int port) {
    this.root = "http://localhost:" + port + "/api/v1/roadmaps/spb-kaliningrad-2023-2026";
  }

  public HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(root + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A page for people. */
  String page(String path) {
    try {
      String address = root.replace("/api/v1/roadmaps", "") + path;
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public JsonNode feed() {
    return json("");
  }

  public JsonNode measure(String number) {
    for (JsonNode section : feed().path("sections")) {
      for (JsonNode measure : section.path("measures")) {
        if (measure.path("number").asText().equals(number)) {
          return measure;
        }
      }
    }
    throw new AssertionError("No measure " + number);
  }

  public long revision() {
    return feed().path("revision").asLong();
  }

  /** The entries after a number. */
  public List<JsonNode> entries(long after) {
    List<JsonNode> entries = new ArrayList<>();
    json("/changes?limit=500&after=" + after).path("entries").forEach(entries::add);
    return entries;
  }

  List<String> types(long after) {
    return entries(after).stream().map(entry -> entry.path("type").asText()).toList();
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
