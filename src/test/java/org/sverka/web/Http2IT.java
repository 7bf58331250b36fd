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
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  /**
   * Asks, and takes what {@code read} makes of the answer. It is called where the answer comes in:
   * a body that is asked for later, by the thread of the test, may have come and gone.
   */
  private <T> Future<T> ask(
      HttpClient client, String path, Function<HttpClientResponse, Future<T>> read) {
    return request(client, path).compose(request -> request.send().compose(read));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void feed_isTheSameOverHttp2(boolean upgrade) {
    HttpClient client = client(upgrade);
    String expected = HttpVersion.HTTP_2 + served.get(FEED).body();
    for (int i = 0; i < 300; i++) {
      String answer =
          Served.await(
              ask(
                  client,
                  FEED,
                  response -> response.body().map(body -> response.version() + body.toString())));

      assertThat(answer).isEqualTo(expected);
    }
  }

  @Test
  void tooLongAddress_is414() {
    HttpClient client = client(false);

    for (int length : new int[] {8_192, 8_193}) {
      String path = "/embed.js?" + "x".repeat(length - "/embed.js?".length());
      int status =
          Served.await(
              ask(client, path, response -> Future.succeededFuture(response.statusCode())));

      assertThat(status).isEqualTo(length > 8_192 ? 414 : 200);
    }
  }

  @Test
  void manyStreamsAtOnce_areAllAnswered() {
    HttpClient client = client(false);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      answers.add(
          ask(
              client,
              FEED + "?section=" + (i % 2 == 0 ? "1" : "7"),
              response -> response.body().map(body -> response.statusCode())));
    }
    Served.await(Future.all(answers));

    assertThat(answers).extracting(Future::result).containsOnly(200);
  }

  /** A client that opens streams only to reset them is thrown out; nobody else notices. */
  @Test
  void f82_floodOfResets_endsTheConnectionAndHurtsNobody() {
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
    int status =
        Served.await(
            ask(client(false), FEED, response -> Future.succeededFuture(response.statusCode())));
    assertThat(status).isEqualTo(200);
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
