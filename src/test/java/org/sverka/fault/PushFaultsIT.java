package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.fault.Exchange.Kind.DRIVE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Drive's pushes as they should not be. Whatever comes, the end is that of looking alone. */
class PushFaultsIT {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  @RegisterExtension static final Bench bench = Bench.shared();

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void f26_pushesNeverDelivered_areNotMissed() {
    String pushedAt = pushedAt();
    Probe probe = bench.probe();
    bench.pass(A_MINUTE);
    probe.hasLanded();
    assertThat(pushedAt()).isEqualTo(pushedAt);
  }

  @Test
  void f26_forgedPushes_changeNothing() {
    JsonNode channel = channel();
    String id = channel.path("id").asText();
    String token = channel.path("token").asText();
    String pushedAt = pushedAt();
    long asked = bench.count(DRIVE);
    int requests = bench.journal().size();
    for (int i = 0; i < 100; i++) {
      push(id, "guess-" + i, "res", i);
      push(id, token + "x", "res", i);
      push(id, token, "other", i);
      push("other", token, "res", i);
      push("", "", "", i);
    }
    bench.rest();
    assertThat(pushedAt()).isEqualTo(pushedAt);
    assertThat(bench.journal()).hasSize(requests);
    assertThat(bench.count(DRIVE)).isEqualTo(asked);
    bench.scratch();
  }

  @Test
  void f26_replayedPushesInAnyOrder_areOneQuestion() {
    JsonNode channel = channel();
    Probe probe = bench.probe();
    long asked = changesAsked();
    for (int number : List.of(5, 3, 3, 1, 2, 5, 5, 4)) {
      push(channel.path("id").asText(), channel.path("token").asText(), "res", number);
    }
    bench.rest();
    bench.pass(Duration.ofSeconds(40));
    assertThat(changesAsked() - asked).isEqualTo(1);
    assertThat(pushedAt()).isNotEmpty();
    bench.pass(A_MINUTE);
    probe.hasLanded();
  }

  @Test
  void f26_pushOfAChannelThatHasEnded_isNotBelieved() {
    JsonNode old = channel();
    bench.pass(Duration.ofMinutes(70));
    assertThat(channel().path("id")).isNotEqualTo(old.path("id"));
    String pushedAt = pushedAt();
    push(old.path("id").asText(), old.path("token").asText(), "res", 9);
    bench.rest();
    assertThat(pushedAt()).isEqualTo(pushedAt);
    bench.scratch();
  }

  /** The channel that was opened last. */
  private static JsonNode channel() {
    return bench.wire().journal().stream()
        .filter(exchange -> exchange.path().contains("/changes/watch"))
        .reduce((first, second) -> second)
        .map(exchange -> Bench.json(exchange.body()))
        .orElseThrow();
  }

  private static long changesAsked() {
    return bench.journal().stream()
        .filter(exchange -> exchange.path().contains("/drive/v3/changes?"))
        .count();
  }

  private static String pushedAt() {
    return bench.management().status().at("/channel/pushedAt").asText();
  }

  private void push(String id, String token, String resource, int number) {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + bench.program().httpPort() + "/hooks/drive"))
            .header("X-Goog-Channel-ID", id)
            .header("X-Goog-Channel-Token", token)
            .header("X-Goog-Resource-ID", resource)
            .header("X-Goog-Resource-State", "change")
            .header("X-Goog-Message-Number", String.valueOf(number))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(204);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
