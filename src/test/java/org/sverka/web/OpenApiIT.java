package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.sverka.testing.FakePublished;
import org.sverka.testing.Hostile;

/**
 * Requests made up from the description of the interface, good ones and bad ones: each answer is as
 * described, and none is our fault. {@code SVERKA_TEST_REQUESTS=100000} makes it the long form.
 */
class OpenApiIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TRIES = 50;
  private static final int REQUESTS =
      Integer.parseInt(System.getenv().getOrDefault("SVERKA_TEST_REQUESTS", "2000"));
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Values that exist, by the name of the parameter. */
  private static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          Map.entry("roadmap", List.of("one")),
          Map.entry("number", List.of("1.1", "7.6", "9.10", "99.9")),
          Map.entry("seq", List.of("1", "8", "11", "12")),
          Map.entry("level", List.of("0", "1", "63")),
          Map.entry("tile", List.of("000.p/11", "000.p/5", "000", "x001/x234/067", "001.p/1")),
          Map.entry("section", List.of("1", "7", "9")),
          Map.entry("party", List.of("spb", "kaliningrad")),
          Map.entry("body", List.of("spb-social", "kgd-economy")),
          Map.entry("status", List.of("done", "in-progress", "not-started")),
          Map.entry("year", List.of("2023", "2026")),
          Map.entry("q", List.of("форум", "7.6", "ё", "\u2028", "(")),
          Map.entry("since", List.of("0", "1", "8", "11", "2026-11-23", "2026-11-23T09:15:02Z")),
          Map.entry("from", List.of("2026-11-22", "2026-11-23")),
          Map.entry("to", List.of("2026-11-23", "2026-11-24")),
          Map.entry("revision", List.of("1", "8", "11")),
          Map.entry("at", List.of("1", "8", "11", "2026-11-23", "2026-11-23T11:10:00Z")),
          Map.entry("until", List.of("2026-11-24", "2026-11-23T11:10:00+03:00")),
          Map.entry("after", List.of("0", "3", "999", "9223372036854775807")),
          Map.entry("limit", List.of("1", "4", "500")),
          Map.entry("measure", List.of("1.1", "7.6")),
          Map.entry("column", List.of("status", "progress.spb")),
          Map.entry("verdict", List.of("accepted", "rejected")),
          Map.entry("rule", List.of("status-vocabulary", "formula")));

  private static final List<String> BAD =
      List.of(
          "",
          "-1",
          "1e9",
          "NaN",
          "9223372036854775808",
          "0x10",
          "null",
          "..",
          "%",
          "%00",
          "%ff",
          "%c0%af",
          "%2e%2e%2f",
          "'",
          "\"",
          "<script>",
          "2026-13-40",
          "9999-12-31",
          "a".repeat(3_000),
          Hostile.TEXTS.get(6),
          "true",
          "[]",
          "{}",
          ";",
          "\uD83D\uDE80");

  /** Those of the bad values that stand in an address as they are and are no text. */
  private static final Pattern UNREADABLE = Pattern.compile("%(00|ff|c0%af)");

  private static Served served;
  private static Schemas schemas;
  private static JsonNode paths;
  private static final Set<String> CHECKED = new HashSet<>();

  /** One request, ready to be sent. */
  record Request(String method, String path, String target, List<String> headers) {}

  @BeforeContainer
  static void start() throws Exception {
    served = new Served(FakePublished.sample("one"));
    schemas = new Schemas(path -> served.get(path).body());
    paths = JSON.readTree(served.get("/openapi.json").body()).get("paths");
  }

  @AfterContainer
  static void stop() {
    served.close();
  }

  @Provide
  Arbitrary<List<Request>> requests() {
    List<String> names = new ArrayList<>();
    paths.fieldNames().forEachRemaining(names::add);
    return Arbitraries.of(names)
        .flatMap(OpenApiIT::request)
        .list()
        .ofSize(Math.max(1, REQUESTS / TRIES));
  }

  private static Arbitrary<Request> request(String path) {
    List<JsonNode> parameters =
        StreamSupport.stream(paths.path(path).at("/get/parameters").spliterator(), false)
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .toList();
    Arbitrary<String> methods =
        Arbitraries.frequency(
            Tuple.of(20, "GET"), Tuple.of(3, "HEAD"), Tuple.of(1, "OPTIONS"), Tuple.of(1, "POST"));
    return Combinators.combine(methods, address(path), query(parameters), headers())
        .as(
            (method, address, query, headers) ->
                new Request(method, path, address + query, headers));
  }

  private static Arbitrary<String> address(String path) {
    return Combinators.combine(
            value("roadmap"), value("number"), value("seq"), value("level"), value("tile"))
        .as(
            (roadmap, number, seq, level, tile) ->
                path.replace("{roadmap}", roadmap)
                    .replace("{number}", number)
                    .replace("{seq}", seq)
                    .replace("{level}", level)
                    .replace("{tile}", tile.replace("%2F", "/")));
  }

  /** Mostly a value that there is. */
  private static Arbitrary<String> value(String name) {
    Arbitrary<String> known =
        Arbitraries.of(KNOWN.getOrDefault(name, List.of("x"))).map(OpenApiIT::escape);
    Arbitrary<String> bad = Arbitraries.of(BAD).map(OpenApiIT::mayBeRaw);
    return Arbitraries.frequencyOf(Tuple.of(12, known), Tuple.of(1, bad));
  }

  private static Arbitrary<String> query(List<JsonNode> parameters) {
    List<String> names =
        new ArrayList<>(parameters.stream().map(p -> p.get("name").asText()).toList());
    Arbitrary<String> name =
        names.isEmpty()
            ? Arbitraries.of("x", "since")
            : Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(names)),
                Tuple.of(1, Arbitraries.of("x", "Since", "__proto__")));
    Arbitrary<String> pair = name.flatMap(n -> value(n).map(v -> n + "=" + v));
    int most = names.isEmpty() ? 1 : 3;
    return pair.list()
        .ofMaxSize(most)
        .map(pairs -> pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
  }

  private static Arbitrary<List<String>> headers() {
    return Arbitraries.of(
            List.of("Accept-Encoding", "gzip"),
            List.of("Accept-Encoding", "br;q=0, *;q=0.1"),
            List.of("If-None-Match", "*"),
            List.of("If-None-Match", "W/\"x\", \"11-abc"),
            List.of("If-Modified-Since", "Mon, 01 Jan 1601 00:00:00 GMT"),
            List.of("Range", "bytes=5-2,0-0,-1"),
            List.of("Accept", "text/html;q=x"),
            List.of("Last-Event-ID", "-5"),
            List.of("X-Forwarded-For", "evil, 1.2.3.4"))
        .list()
        .ofMaxSize(2)
        .map(lists -> lists.stream().flatMap(List::stream).toList());
  }

  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What is a broken escape stays one; what no address can hold is escaped. */
  private static String mayBeRaw(String value) {
    return value.matches("%[0-9a-f]{2}.*") ? value : escape(value);
  }

  @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
  void anyRequest_isAnsweredAsDescribed(@ForAll("requests") List<Request> requests) {
    requests.forEach(OpenApiIT::check);
  }

  private static void check(Request request) {
    HttpResponse<InputStream> response = send(request);
    String about = request + " → " + response.statusCode();
    assertThat(response.statusCode()).as(about).isLessThan(500);
    String body = body(request, response);
    JsonNode operation = paths.path(request.path()).path("get");
    String status = Integer.toString(response.statusCode());
    if (request.method().equals("OPTIONS")) {
      if (UNREADABLE.matcher(request.target().replaceAll("\\?.*", "")).find()) {
        assertThat(response.statusCode()).as(about).isEqualTo(400);
      } else {
        assertThat(response.statusCode()).as(about).isIn(204, 404);
      }
      return;
    }
    if (request.method().equals("POST")) {
      assertThat(response.statusCode()).as(about).isEqualTo(405);
      return;
    }
    JsonNode described = operation.path("responses").path(status);
    boolean elsewhere = request.target().startsWith("//") || response.statusCode() == 404;
    assertThat(elsewhere || described.isObject()).as(about).isTrue();
    if (response.statusCode() == 304) {
      assertThat(body).isEmpty();
      return;
    }
    String type = Served.header(response, "Content-Type").replaceAll(";.*", "");
    if (response.statusCode() == 200) {
      JsonNode content = described.path("content").path(type);
      assertThat(content.isObject()).as("%s %s", about, type).isTrue();
      valid(content.at("/schema/$ref").asText(), body);
    } else if (!type.equals("text/html")) {
      assertThat(type).as(about).isEqualTo("application/problem+json");
      valid("/schemas/problem.json", body);
    }
  }

  private static void valid(String ref, String body) {
    if (!ref.isEmpty() && !body.isEmpty() && CHECKED.add(ref + body)) {
      schemas.check(ref.replaceAll("^/schemas/(.*)\\.json$", "$1"), body);
    }
  }

  private static HttpResponse<InputStream> send(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(served.url() + request.target()))
            .method(request.method(), HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < request.headers().size(); i += 2) {
      builder.header(request.headers().get(i), request.headers().get(i + 1));
    }
    try {
      return CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The body where it can be read: not of a stream without an end, nor of a compressed one. */
  private static String body(Request request, HttpResponse<InputStream> response) {
    boolean endless =
        Served.header(response, "Content-Type").startsWith("text/event-stream")
            && request.method().equals("GET");
    try (InputStream stream = response.body()) {
      byte[] bytes = endless ? new byte[0] : stream.readAllBytes();
      return Served.header(response, "Content-Encoding").isEmpty()
          ? new String(bytes, StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    }
  }
}
