package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/** HTTP/2 where it is switched on. */
class Http2IT {
  private static final String FEED = "/api/v1/roadmaps/one";

  private final Vertx vertx = Vertx.vertx();
  private Served served;

  @BeforeEach
  void start() {
    served =
        new Served(
            new PublicServer.Terms(new ClientLimit(100_000, TrustedProxies.NONE), true),
            FakePublished.sample("one"));
  }

  @AfterEach
  void stop() {
    Served.await(vertx.close());
    served.close();
  }

  private HttpClient client(boolean upgrade) {
    return vertx
        .httpClientBuilder()
        .with(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(upgrade))
        .withConnectHandler(connection -> connection.exceptionHandler(failure -> {}))
        .build();
  }

  private Future<HttpClientRequest> request(HttpClient client, String path) {
    return client.request(HttpMethod.GET, served.port(), "127.0.0.1", path);
  }

  @Test
  void feed_isTheSameOverHttp2() {
    HttpClient client = client(true);
    for (int i = 0; i < 3; i++) {
      HttpVersion[] version = new HttpVersion[1];
      String body =
          Served.await(
                  request(client, FEED)
                      .compose(HttpClientRequest::send)
                      .compose(
                          response -> {
                            version[0] = response.version();
                            return response.body();
                          }))
              .toString();

      assertThat(version[0]).isEqualTo(HttpVersion.HTTP_2);
      assertThat(body).isEqualTo(served.get(FEED).body());
    }
  }

  @Test
  void manyStreamsAtOnce_areAllAnswered() {
    HttpClient client = client(false);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(
          request(client, FEED + "?section=" + (i % 2 == 0 ? "1" : "7"))
              .compose(HttpClientRequest::send)
              .compose(response -> response.body().map(body -> response.statusCode())));
    }
    Served.await(Future.all(answers));

    assertThat(answers).extracting(Future::result).containsOnly(200);
  }

  /** F82: a client that opens streams only to reset them is thrown out; nobody else notices. */
  @Test
  void floodOfResets_endsTheConnectionAndHurtsNobody() {
    HttpClient client = client(false);
    List<Future<Void>> flood = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      flood.add(
          request(client, FEED)
              .compose(
                  request -> {
                    Future<HttpClientResponse> sent = request.send();
                    return request.reset(8).compose(reset -> sent.mapEmpty());
                  })
              .otherwiseEmpty()
              .mapEmpty());
    }
    Served.await(Future.join(flood));

    assertThat(served.get(FEED).statusCode()).isEqualTo(200);
    assertThat(
            Served.await(request(client(false), FEED).compose(HttpClientRequest::send))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void javaClient_upgradesByItself() throws Exception {
    HttpResponse<String> response =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_2)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(served.url() + FEED)).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(response.version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_2);
    assertThat(response.statusCode()).isEqualTo(200);
  }

  @Test
  void switchedOff_itStaysHttp1() {
    try (Served plain = new Served(FakePublished.sample("one"))) {
      assertThat(plain.get(FEED).version()).isEqualTo(java.net.http.HttpClient.Version.HTTP_1_1);
    }
  }
}
