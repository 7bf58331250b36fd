package org.sverka.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.web.Schemas;

/** What has to hold after every fault. */
final class Invariants {
  private static final Pattern SECRET =
      Pattern.compile("(?:\"token\":\"|assertion=|refresh_token=|client_secret=)([^\"&]+)");
  private static final int A_MINUTE = 60;

  private final Bench bench;
  private final Schemas schemas;
  private final List<String> acknowledged = new ArrayList<>();
  private final Set<String> repeated = new TreeSet<>();

  Invariants(Bench bench) throws IOException {
    this.bench = bench;
    Management site = new Management(bench.program().httpPort());
    this.schemas = new Schemas(site::get);
  }

  /** Remembers what has been acknowledged so far. */
  void begin() {
    acknowledged.clear();
    log().forEach(entry -> acknowledged.add(entry.path("hash").asText()));
  }

  /** Nobody can tell by its words whether an edit of that cell was entered twice. */
  void expectRepeats(String measure, String column) {
    repeated.add(measure + " " + column);
  }

  void check() {
    List<JsonNode> log = log();
    logIsWholeAndInOrder(log);
    feedIsRightAndTellsItsAge();
    writesFollowFromWholeReads();
    noSecretIsOut(log);
    nothingIsLoggedTwice(log);
    quotaIsKept();
  }

  /** I1: every acknowledged record is there once, in order, and the chain is valid. */
  private void logIsWholeAndInOrder(List<JsonNode> log) {
    assertThat(bench.program().verifyLog()).isNotEmpty();
    assertThat(log)
        .extracting(entry -> entry.path("seq").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(log)
        .extracting(entry -> entry.path("hash").asText())
        .startsWith(acknowledged.toArray(String[]::new));
  }

  /** I2: the feed answers, is valid, agrees with itself and says how old it is. */
  void feedIsRightAndTellsItsAge() {
    HttpResponse<String> answer = bench.webmaster().get("");
    assertThat(answer.statusCode()).isEqualTo(200);
    schemas.check("feed", answer.body());
    JsonNode feed = Bench.json(answer.body());
    int measures = 0;
    for (JsonNode section : feed.path("sections")) {
      measures += section.path("measures").size();
    }
    int counted = 0;
    for (JsonNode status : feed.path("summary").path("byStatus")) {
      counted += status.asInt();
    }
    assertThat(measures).isEqualTo(41).isEqualTo(counted);
    long revision = feed.path("revision").asLong();
    assertThat(bench.webmaster().entries(revision - 1)).hasSize(1);
    JsonNode status = bench.management().roadmap();
    assertThat(answer.headers().firstValue("Sverka-Checked-At").orElse(""))
        .isEqualTo(status.path("checkedAt").asText());
    // It is looked at after each turn, which comes at least once a minute.
    Duration age = Duration.ofSeconds(status.path("lagSeconds").asLong());
    if (age.toMinutes() < 10) {
      assertThat(feed.path("staleSince").isNull()).isTrue();
    } else if (age.toMinutes() > 11) {
      assertThat(feed.path("staleSince").asText()).isEqualTo(status.path("checkedAt").asText());
    }
  }

  /** I3: between two writes there is a read, and the last one before a write was whole. */
  private void writesFollowFromWholeReads() {
    Exchange last = null;
    for (Exchange exchange : bench.journal()) {
      boolean toldThatTheTabIsGone =
          exchange.is(Exchange.Kind.TABS) && last != null && last.isRefused();
      if (exchange.is(Exchange.Kind.READ) || toldThatTheTabIsGone) {
        last = exchange;
      } else if (exchange.is(Exchange.Kind.WRITE)) {
        assertThat(last).as("a read before write %s", exchange.number()).isNotNull();
        assertThat(last.intact())
            .as("read %s, of write %s", last.number(), exchange.number())
            .isTrue();
        if (!exchange.isUnauthenticated()) {
          last = null;
        }
      }
    }
  }

  /** I4: no secret is in anything that comes out. */
  private void noSecretIsOut(List<JsonNode> log) {
    Set<String> secrets = new TreeSet<>();
    for (Exchange exchange : bench.wire().journal()) {
      secrets.add(exchange.authorization().replaceFirst("Bearer ", ""));
      Matcher told = SECRET.matcher(exchange.body());
      while (told.find()) {
        secrets.add(told.group(1));
      }
    }
    secrets.add("PRIVATE KEY");
    secrets.remove("");
    assertThat(secrets).hasSizeGreaterThan(1);
    String out =
        String.join(
            "\n",
            bench.ears().all(),
            bench.webmaster().get("").body(),
            log.toString(),
            bench.management().status().toString(),
            bench.management().get("/metrics"));
    assertThat(secrets).noneMatch(out::contains);
  }

  /** I6: each rejection and each repair has exactly one record. */
  private void nothingIsLoggedTwice(List<JsonNode> log) {
    assertThat(log)
        .filteredOn(entry -> Set.of("edit", "repair").contains(entry.path("type").asText()))
        .filteredOn(entry -> !repeated.contains(place(entry)))
        .extracting(
            entry ->
                List.of(
                    entry.path("type").asText(),
                    entry.path("measure").asText(),
                    entry.path("column").asText(),
                    entry.path("before").asText(),
                    entry.path("after").asText()))
        .doesNotHaveDuplicates();
  }

  private static String place(JsonNode entry) {
    return Watch.word(entry, "measure") + " " + Watch.word(entry, "column");
  }

  /** In no minute are there more requests than Google allows. */
  private void quotaIsKept() {
    for (boolean writes : new boolean[] {false, true}) {
      long[] moments =
          bench.journal().stream()
              .filter(e -> writes ? e.is(Exchange.Kind.WRITE) : isRead(e))
              .mapToLong(Exchange::at)
              .toArray();
      for (int i = A_MINUTE; i < moments.length; i++) {
        assertThat(Duration.ofNanos(moments[i] - moments[i - A_MINUTE]))
            .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
      }
    }
  }

  private static boolean isRead(Exchange exchange) {
    return exchange.is(Exchange.Kind.READ) || exchange.is(Exchange.Kind.TABS);
  }

  private List<JsonNode> log() {
    List<JsonNode> all = new ArrayList<>();
    for (List<JsonNode> page = bench.webmaster().entries(0); !page.isEmpty(); ) {
      all.addAll(page);
      page = bench.webmaster().entries(all.get(all.size() - 1).path("seq").asLong());
    }
    return all;
  }
}
