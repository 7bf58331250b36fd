package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.sheet.Push;
import org.sverka.testing.FakePublished;

/** The one thing that may be posted to the public port. */
class DriveHookIT {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Push> received = new ConcurrentLinkedQueue<>();
  private PublicServer server;

  @BeforeEach
  void start() {
    server =
        Served.await(
            PublicServer.start(
                vertx,
                "127.0.0.1",
                0,
                List.of(FakePublished.sample("one")),
                "https://sverka.example",
                Optional.of(received::add)));
  }

  @AfterEach
  void stop() {
    Served.await(server.close());
    Served.await(vertx.close());
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void push_isHandedOnAsItsHeadersSay() throws Exception {
    HttpResponse<String> answer =
        send(
            "POST",
            "/hooks/drive",
            "",
            "X-Goog-Channel-ID",
            "channel",
            "X-Goog-Channel-Token",
            "secret",
            "X-Goog-Resource-ID",
            "resource",
            "X-Goog-Resource-State",
            "change",
            "X-Goog-Message-Number",
            "10");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(received).containsExactly(new Push("channel", "resource", "secret", "change"));
  }

  @Test
  void stranger_isAnsweredAlikeWhateverIsSent() throws Exception {
    HttpResponse<String> bare = send("POST", "/hooks/drive", "");
    HttpResponse<String> guess = send("POST", "/hooks/drive", "", "X-Goog-Channel-Token", "guess");
    assertThat(bare.statusCode()).isEqualTo(204);
    assertThat(guess.statusCode()).isEqualTo(204);
    assertThat(guess.headers().map()).isEqualTo(bare.headers().map());
  }

  @Test
  void body_isNotReadAndEndsTheConnection() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              ("POST /hooks/drive HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000000\r\n\r\n"
                      + "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 204 ");
      assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
    }
    assertThat(received).hasSize(1);
  }

  @Test
  void everythingElse_staysReadOnly() throws Exception {
    assertThat(send("GET", "/hooks/drive", "").statusCode()).isEqualTo(404);
    assertThat(send("PUT", "/hooks/drive", "").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/", "").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/hooks/drive/", "").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/api/v1/roadmaps", "").statusCode()).isEqualTo(405);
    assertThat(received).isEmpty();
  }

  @Test
  void withoutSomebodyWhoListens_nothingMayBePosted() throws Exception {
    try (Served deaf = new Served(FakePublished.sample("one"))) {
      assertThat(deaf.send("POST", "/hooks/drive").statusCode()).isEqualTo(405);
    }
  }
}
