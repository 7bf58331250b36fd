package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sverka.log.Chain;
import org.sverka.log.LogFilter;
import org.sverka.testing.FakePublished;
import org.sverka.tlog.Checkpoint;
import org.sverka.tlog.Hash;
import org.sverka.tlog.SignedNote;
import org.sverka.tlog.Tree;
import org.sverka.tlog.VerifierKey;
import org.sverka.verify.HttpSource;
import org.sverka.verify.LogCheck;
import org.sverka.verify.Outcome;

/** The log as c2sp.org/tlog-tiles has it, over HTTP. */
final class TreeIT {
  private static final String LOG = "/one/log/";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private static FakePublished roadmap;
  private static Served served;

  @BeforeAll
  static void start() {
    roadmap = FakePublished.sample("one");
    for (int i = 0; i < 250; i++) {
      roadmap.repair("1.1", "text", "before " + i, "after");
    }
    served = new Served(roadmap);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @Test
  void checkpoint_isSignedWithTheKeyAndOfTheWholeLog() {
    Checkpoint checkpoint = checkpoint();

    assertThat(checkpoint.origin()).isEqualTo("sverka.example/one/log");
    assertThat(checkpoint.size()).isEqualTo(261);
    assertThat(checkpoint.root())
        .isEqualTo(Tree.root(261, tile -> served.bytes(LOG + "tile/" + tile.path()).body()));
  }

  @Test
  void checkpoint_isTextThatIsKeptForSecondsAndMayBeReadByAnySite() {
    HttpResponse<String> response = served.get(LOG + "checkpoint");

    assertThat(Served.header(response, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(Served.header(response, "Cache-Control")).startsWith("public, max-age=2,");
    assertThat(Served.header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
    String etag = Served.header(response, "ETag");
    assertThat(served.get(LOG + "checkpoint", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tile/0/000", "tile/0/001.p/5", "tile/entries/000", "tile/1/000.p/1"})
  void tile_isBytesThatAreKeptForEver(String path) {
    HttpResponse<byte[]> response = served.bytes(LOG + path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(Served.header(response, "Cache-Control")).isEqualTo(FOREVER);
    assertThat(Served.header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tile/0/001",
        "tile/0/001.p/6",
        "tile/0/000.p/256",
        "tile/1/000",
        "tile/2/000.p/1",
        "tile/entries/001",
        "tile/data/000",
        "tile/0/0",
        "tile/",
        "tile/0/..%2F000"
      })
  void whatTheTreeHasNot_isNotFoundAndNotKept(String path) {
    HttpResponse<String> response = served.get(LOG + path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(Served.header(response, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void query_isRefused() {
    assertThat(served.get(LOG + "checkpoint?x=1").statusCode()).isEqualTo(400);
    assertThat(served.get(LOG + "key?x=1").statusCode()).isEqualTo(400);
    assertThat(served.get(LOG + "tile/0/000?x=1").statusCode()).isEqualTo(400);
  }

  @Test
  void bundle_hasTheEntriesWhoseHashesTheFeedShows() {
    byte[] bundle = served.bytes(LOG + "tile/entries/001.p/5").body();

    List<Hash> leaves = new ArrayList<>();
    for (int at = 0; at < bundle.length; ) {
      int length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
      leaves.add(Hash.leaf(java.util.Arrays.copyOfRange(bundle, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    assertThat(leaves)
        .isEqualTo(
            roadmap.log().after(256, 5, LogFilter.ALL).stream()
                .map(entry -> Hash.leaf(Chain.leaf(entry)))
                .toList());
  }

  @Test
  void wholeLog_isRightToWhoChecksItFromOutside() {
    HttpSource.Named log = HttpSource.open(served.url() + "/").get(0);

    assertThat(log.roadmap()).isEqualTo("one");
    assertThat(LogCheck.run(log.source(), Optional.empty()))
        .isInstanceOfSatisfying(
            Outcome.Right.class,
            right -> {
              assertThat(right.entries()).isEqualTo(261);
              assertThat(LogCheck.run(log.source(), Optional.of(right.seen()))).isEqualTo(right);
            });
  }

  /** Earlier versions did not ask for the reason. */
  @Test
  void erasureWithoutAReason_isNotTakenForOneThatWasWithdrawn() {
    FakePublished erased = FakePublished.sample("two");
    erased.erase(7, "");
    long erasure = erased.state().revision();
    try (Served other = new Served(erased)) {
      for (String page : List.of("/two/log", "/two/log/7", "/two/log/" + erasure)) {
        assertThat(other.get(page).body())
            .as(page)
            .contains("Причина не указана")
            .doesNotContain("снято", "Без текста");
      }
      for (String feed : List.of("/two/changes.atom", "/two/changes.json")) {
        assertThat(other.get(feed).body())
            .as(feed)
            .contains("Мероприятие 1.1 · Запись № 7 · Удаление текстов записи")
            .contains("Причина не указана")
            .doesNotContain("Рассмотрение · Принято");
      }
    }
  }

  @Test
  void erasedEntry_isShownAsErasedEverywhere() {
    FakePublished erased = FakePublished.sample("two");
    erased.erase(7);
    try (Served other = new Served(erased)) {
      String said = "Тексты записи удалены; контрольная сумма сохранена";

      assertThat(other.get("/two/log/7").body())
          .contains(said)
          .doesNotContain("Проведены две встречи");
      assertThat(other.get("/two/log").body()).contains(said, "Удаление текстов записи");
      assertThat(other.get("/two/changes.json").body()).contains(said);
      assertThat(other.get("/two/changes.atom").body()).contains(said);
      assertThat(other.get("/api/v1/roadmaps/two/changes/7").body())
          .contains("\"after\":\"\"", "\"erased\":true,\"salt\":\"\"");
      assertThat(other.get("/api/v1/roadmaps/two/changes?column=erased").body())
          .contains("\"about\":7");
      String table = other.get("/api/v1/roadmaps/two/changes.csv").body();
      assertThat(table.lines().findFirst().orElseThrow()).contains(",hash,erased,");
      assertThat(table.lines().filter(line -> line.startsWith("7,")))
          .hasSize(1)
          .allMatch(l -> l.endsWith(",true,,"));
    }
  }

  @Test
  void entryOfTheLog_isStillAPage() {
    assertThat(served.get(LOG + "3").statusCode()).isEqualTo(200);
    assertThat(served.get(LOG + "tile").statusCode()).isEqualTo(404);
  }

  private static Checkpoint checkpoint() {
    String line = served.get(LOG + "key").body();
    assertThat(line).endsWith("\n");
    VerifierKey key = VerifierKey.parse(line.strip());
    String note = served.get(LOG + "checkpoint").body();
    return SignedNote.open(note, key).map(Checkpoint::parse).orElseThrow();
  }
}
