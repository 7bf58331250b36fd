package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's server over real HTTP. */
class ManagementIT {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean ready = new AtomicBoolean(true);
  private final AtomicInteger syncs = new AtomicInteger();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private ManagementServer server;

  @BeforeEach
  void start() {
    metrics.counter("sverka.turns").increment();
    server =
        Served.await(
            ManagementServer.start(
                vertx,
                "127.0.0.1",
                0,
                new ManagementServer.Program(
                    ready::get,
                    () -> Map.of("revision", 17, "lastSync", Instant.parse("2026-11-23T09:15:02Z")),
                    syncs::incrementAndGet,
                    metrics)));
  }

  @AfterEach
  void stop() {
    Served.await(server.close());
    Served.await(vertx.close());
  }

  private HttpResponse<String> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void probes_tellLifeFromReadiness() throws Exception {
    ready.set(false);

    assertThat(send("GET", "/livez").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/readyz").statusCode()).isEqualTo(503);
    ready.set(true);
    assertThat(send("GET", "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_areInPrometheusText() throws Exception {
    assertThat(send("GET", "/metrics").body()).contains("sverka_turns_total 1.0");
  }

  @Test
  void status_isJson() throws Exception {
    assertThat(send("GET", "/status").body())
        .contains("\"revision\" : 17")
        .contains("\"lastSync\" : \"2026-11-23T09:15:02Z\"");
  }

  @Test
  void sync_isAHintThatOnlyAPostGives() throws Exception {
    assertThat(send("GET", "/sync").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/sync").statusCode()).isEqualTo(202);
    assertThat(syncs).hasValue(1);
  }

  @Test
  void t16_webPage_cannotReachIt() throws Exception {
    assertThat(send("POST", "/sync", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
    assertThat(send("OPTIONS", "/status", "Origin", "https://evil.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
    assertThat(syncs).hasValue(0);
  }

  @Test
  void foreignNameForThisMachine_isNotAnswered() {
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(server.port(), "127.0.0.1"))
            .setHost("evil.example")
            .setPort(server.port())
            .setURI("/status");
    io.vertx.core.http.HttpClient client = vertx.createHttpClient();
    assertThat(Served.await(client.request(options).compose(HttpClientRequest::send)).statusCode())
        .isEqualTo(403);
  }
}
