package org.sverka.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A log as a running Sverka publishes it. What can't be had is an {@link UnreadableLogException}.
 */
public final class HttpSource implements LogSource {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int TRIES = 10;

  private final HttpClient client;
  private final String log;
  private final String changes;

  private HttpSource(HttpClient client, String root, String roadmap) {
    this.client = client;
    this.log = root + "/" + roadmap + "/log/";
    this.changes = root + "/api/v1/roadmaps/" + roadmap + "/changes?limit=500&after=";
  }

  /** One log and the roadmap that it is of. */
  public record Named(String roadmap, HttpSource source) {}

  /**
   * The logs behind an address.
   *
   * @param address such as {@code http://localhost:8080}
   * @throws UnreadableLogException if nobody answers there as Sverka does
   */
  public static List<Named> open(String address) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    String root = address.replaceAll("/+$", "");
    String list = root + "/api/v1/roadmaps";
    List<Named> logs = new ArrayList<>();
    try {
      for (JsonNode roadmap : JSON.readTree(get(client, list).body()).path("roadmaps")) {
        String id = roadmap.path("id").asText();
        logs.add(new Named(id, new HttpSource(client, root, id)));
      }
    } catch (IOException e) {
      throw failed(list, "no JSON");
    }
    return logs;
  }

  @Override
  public String key() throws WrongException {
    String line = text(log + "key");
    if (!line.endsWith("\n")) {
      throw new WrongException(Fault.KEY, "");
    }
    return line.substring(0, line.length() - 1);
  }

  @Override
  public String checkpoint() {
    return text(log + "checkpoint");
  }

  @Override
  public List<JsonNode> entries(long after) throws WrongException {
    List<JsonNode> entries = new ArrayList<>();
    try {
      JSON.readTree(found(changes + after).body()).path("entries").forEach(entries::add);
      return entries;
    } catch (IOException e) {
      throw new WrongException(Fault.FORM, Long.toString(after + 1));
    }
  }

  @Override
  public long size(long signed) {
    return signed;
  }

  @Override
  public byte[] tile(String path) throws WrongException {
    return bytes(path, Fault.TILE);
  }

  /** Nothing comes with what was asked for. */
  @Override
  public void requireSound() {}

  @Override
  public Optional<byte[]> bundle(String path) throws WrongException {
    return Optional.of(bytes(path, Fault.BUNDLE));
  }

  private byte[] bytes(String path, Fault fault) throws WrongException {
    HttpResponse<byte[]> answer = get(client, log + "tile/" + path);
    if (answer.statusCode() == 404) {
      throw new WrongException(fault, path);
    }
    return found(log + "tile/" + path, answer).body();
  }

  private String text(String address) {
    return new String(found(address).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> found(String address) {
    return found(address, get(client, address));
  }

  private static HttpResponse<byte[]> found(String address, HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      throw failed(address, "status " + answer.statusCode());
    }
    return answer;
  }

  /** Asks, and asks again where one was told to ask less often. */
  private static HttpResponse<byte[]> get(HttpClient client, String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      for (int i = 1; i < TRIES && answer.statusCode() == 429; i++) {
        Thread.sleep(1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
        answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      }
      return answer;
    } catch (IOException e) {
      throw failed(address, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(address, "interrupted");
    }
  }

  private static UnreadableLogException failed(String address, String reason) {
    return new UnreadableLogException(address + ": " + reason);
  }
}
