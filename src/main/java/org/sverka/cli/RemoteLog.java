package org.sverka.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sverka.log.EntryJson;
import org.sverka.log.SealedEntry;

/** The change logs that a running Sverka publishes. Blocking. */
final class RemoteLog {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String root;

  /**
   * The logs behind an address.
   *
   * @param address such as {@code http://localhost:8080}
   */
  RemoteLog(String address) {
    this.root = address.replaceAll("/+$", "") + "/api/v1/roadmaps";
  }

  /** The ids of the roadmaps there. */
  List<String> roadmaps() {
    List<String> ids = new ArrayList<>();
    get(root).path("roadmaps").forEach(roadmap -> ids.add(roadmap.path("id").asText()));
    return ids;
  }

  /** The entries of one roadmap after a number, a page of them. */
  List<SealedEntry> after(String roadmap, long seq) {
    List<SealedEntry> entries = new ArrayList<>();
    get(root + "/" + roadmap + "/changes?limit=500&after=" + seq)
        .path("entries")
        .forEach(entry -> entries.add(EntryJson.read(entry)));
    return entries;
  }

  private JsonNode get(String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw unavailable(address, new IOException("status " + answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw unavailable(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(address, e);
    }
  }

  private static UnavailableException unavailable(String address, Exception e) {
    return new UnavailableException(
        Words.text(
            "verify.unreachable",
            address,
            e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
        e);
  }
}
