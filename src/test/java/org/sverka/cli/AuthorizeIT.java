package org.sverka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sverka.google.KeyFiles;

/** The command line from an OAuth client to a sheet that is read in a person's name. */
class AuthorizeIT {
  private static final String PERSON = "person@example.com";
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();
  private GuardedSheet sheet;
  private Path file;

  @BeforeEach
  void begin() throws Exception {
    sheet = new GuardedSheet(folder);
    sheet.tell("PUT", "accounts/" + PERSON, Map.of("roles", Map.of("*", "WRITER")));
    file = folder.resolve("client.json");
    KeyFiles.save(file, KeyFiles.client("desk", "secret", sheet.tokenUri()));
  }

  @AfterEach
  void end() {
    sheet.close();
  }

  @Test
  void consent_opensTheSheetInThePersonsName() throws Exception {
    CompletableFuture<Integer> authorizing = authorize("--no-browser");
    consent();

    assertThat(authorizing.get(60, TimeUnit.SECONDS)).as(err.toString()).isEqualTo(Exit.FINE);
    assertThat(folder.resolve("tokens/google.json")).isRegularFile();
    assertThat(run("provision", "--spreadsheet-id=roadmap"))
        .as(err.toString())
        .isEqualTo(Exit.FINE);
    assertThat(run("check", "--spreadsheet-id=roadmap")).as(err.toString()).isEqualTo(Exit.FINE);
  }

  @Test
  void goodPermission_isNotAskedForAgain() throws Exception {
    CompletableFuture<Integer> first = authorize("--no-browser");
    consent();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.FINE);

    assertThat(run("authorize")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("already", "--again");
  }

  @Test
  void again_asksAllTheSame() throws Exception {
    CompletableFuture<Integer> first = authorize("--no-browser");
    consent();
    assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.FINE);
    String before = Files.readString(folder.resolve("tokens/google.json"));
    out.getBuffer().setLength(0);

    CompletableFuture<Integer> second = authorize("--no-browser", "--again");
    consent();

    assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.FINE);
    assertThat(Files.readString(folder.resolve("tokens/google.json"))).isNotEqualTo(before);
  }

  @Test
  void refusal_isAnAnswer() throws Exception {
    CompletableFuture<Integer> authorizing = authorize("--no-browser");
    URI address = address();
    bring(address, "error=access_denied");

    assertThat(authorizing.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.NO);
    assertThat(out.toString()).contains("denied");
  }

  @Test
  void browserOfTheDesktop_isOpenedAtTheAddress() throws Exception {
    Path opened = folder.resolve("opened");
    Path browser =
        Files.writeString(
            folder.resolve("browser"), "#!/bin/sh\nprintf %s \"$1\" > \"" + opened + "\"\n");
    Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
    environment.put("BROWSER", browser.toString());

    CompletableFuture<Integer> authorizing = authorize();
    URI address = address();

    Eventually.holdsWithin(LONG, () -> assertThat(opened).hasContent(address.toString()));
    bring(address, "error=access_denied");
    assertThat(authorizing.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.NO);
  }

  @Test
  void noSecret_isPrinted() throws Exception {
    CompletableFuture<Integer> authorizing = authorize("--no-browser");
    consent();
    authorizing.get(60, TimeUnit.SECONDS);

    assertThat(out + "" + err).doesNotContain("secret", "ya29", "1//0", "code_verifier");
  }

  @Test
  void serviceAccount_isSaidToNeedNone() throws Exception {
    KeyFiles.save(file, sheet.key("svc@example.com"));

    assertThat(run("authorize")).isEqualTo(Exit.UNAVAILABLE);
    assertThat(err.toString()).contains("need no authorization");
  }

  /** What Google does once the person has consented. */
  private void consent() throws Exception {
    URI address = address();
    String code =
        sheet
            .tell(
                "POST",
                "codes",
                Map.of(
                    "email", PERSON,
                    "clientId", asked(address, "client_id"),
                    "redirectUri", asked(address, "redirect_uri"),
                    "scope", asked(address, "scope"),
                    "codeChallenge", asked(address, "code_challenge"),
                    "codeChallengeMethod", asked(address, "code_challenge_method")))
            .path("code")
            .asText();
    bring(address, "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
  }

  private static void bring(URI address, String answer) throws Exception {
    URI redirect =
        URI.create(
            asked(address, "redirect_uri") + "?" + answer + "&state=" + asked(address, "state"));
    HttpResponse<String> page =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(redirect).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
  }

  private URI address() {
    Eventually.holdsWithin(LONG, () -> assertThat(out.toString()).contains("&state="));
    Eventually.holdsWithin(LONG, () -> assertThat(out.toString()).endsWith("\n"));
    return URI.create(
        out.toString()
            .lines()
            .filter(line -> line.startsWith("https://"))
            .findFirst()
            .orElseThrow());
  }

  private static String asked(URI address, String parameter) {
    return new QueryStringDecoder(address).parameters().get(parameter).get(0);
  }

  private CompletableFuture<Integer> authorize(String... options) {
    List<String> all = new ArrayList<>(List.of("authorize"));
    all.addAll(List.of(options));
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    new Thread(() -> exit.complete(run(all.toArray(String[]::new)))).start();
    return exit;
  }

  private int run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--credentials=" + file);
    all.add("--sheets-root-url=" + sheet.root());
    all.add("--drive-root-url=" + sheet.root());
    all.add("--data-dir=" + folder.resolve("data"));
    return Sverka.run(
        new Surroundings(
            Path.of("").toAbsolutePath(),
            environment,
            new PrintWriter(out, true),
            new PrintWriter(err, true)),
        all.toArray(String[]::new));
  }
}
