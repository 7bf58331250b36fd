package org.sverka.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The whole program on a data directory, in this process, on the embedded sheet. */
public final class InProcess implements AutoCloseable {
  /** Below the address of the site. */
  public static final String API = "/api/v1/roadmaps/spb-kaliningrad-2023-2026";

  private static final long BETWEEN_LOOKS_MILLIS = 5;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Service service;
  private final double ready;
  private final double looked;

  /** Starts it and waits until it has read the sheet. */
  public InProcess(Path data) throws IOException, InterruptedException {
    long began = System.nanoTime();
    service = Service.start(settings(data), InstantSource.system());
    ready = secondsSince(began);
    while (get(API).headers().firstValue("Sverka-Checked-At").isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
    looked = secondsSince(began);
  }

  static Settings settings(Path data) {
    return Settings.read(
        Path.of("").toAbsolutePath(),
        Map.of(
            "--http-port", "0",
            "--management-port", "0",
            "--local-sheet-port", "0",
            "--data-dir", data.toString()),
        Map.of());
  }

  private static double secondsSince(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  /** Seconds until it could be asked. */
  public double ready() {
    return ready;
  }

  /** Seconds until it had read the sheet. */
  public double looked() {
    return looked;
  }

  /**
   * Asks the public server.
   *
   * @throws IOException also if the answer is not 200
   */
  public HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.httpPort() + path))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " is answered with " + answer.statusCode());
    }
    return answer;
  }

  @Override
  public void close() {
    service.stop();
  }
}
