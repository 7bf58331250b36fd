package org.sverka.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Measures how long it takes from an edit of the embedded sheet until the feed has it: the whole
 * program, at the default poll, over HTTP.
 */
public final class DelayFigures {
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private DelayFigures() {}

  /**
   * @param arguments an empty directory, and how many edits to make
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Files.createDirectories(Path.of(arguments[0]));
    int edits = Integer.parseInt(arguments[1]);
    Service service = Service.start(InProcess.settings(data), InstantSource.system());
    try {
      List<Double> seconds = measure(service, edits);
      Collections.sort(seconds);
      System.out.println(
          "| one sheet, the embedded one, the whole program | edits | edit to feed, median, s |"
              + " worst, s |");
      System.out.println("|---|---|---|---|");
      System.out.printf(
          Locale.ROOT,
          "| looked at every 5 s | %d | %.1f | %.1f |%n",
          edits,
          seconds.get(edits / 2),
          seconds.get(edits - 1));
      System.out.println();
      System.out.println(
          "| from the commit of a turn until readers have the new revision | turns | mean, ms |"
              + " longest of the last three minutes, ms |");
      System.out.println("|---|---|---|---|");
      Map<String, Double> publishing = publishing(service.managementPort());
      System.out.printf(
          Locale.ROOT,
          "| the feed rendered, packed, and shown | %.0f | %.1f | %.1f |%n",
          publishing.get("count"),
          1_000 * publishing.get("sum") / publishing.get("count"),
          1_000 * publishing.get("max"));
    } finally {
      service.stop();
    }
  }

  /** What the timer of publishing says, by the ends of its names. */
  private static Map<String, Double> publishing(int port) throws IOException, InterruptedException {
    String prefix = "sverka_publish_seconds_";
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
            HttpResponse.BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith(prefix))
        .collect(
            Collectors.toMap(
                line -> line.substring(prefix.length(), line.indexOf('{')),
                line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
  }

  private static List<Double> measure(Service service, int edits) throws InterruptedException {
    Editor editor = new Editor(service.sheetLink());
    Webmaster webmaster = new Webmaster(service.httpPort());
    Eventually.holdsWithin(
        Duration.ofMinutes(1),
        () -> {
          if (editor.rows().size() < 54) {
            throw new AssertionError("The tab is not there yet");
          }
        });
    int row = editor.rowOf("1.1");
    int column = editor.columnOf("Ход исполнения (Санкт-Петербург)");
    Random random = new Random();
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < edits; i++) {
      TimeUnit.MILLISECONDS.sleep(random.nextLong(POLL.toMillis()));
      String text = "Проведено встреч: " + i;
      long begun = System.nanoTime();
      editor.type(row, column, text);
      while (!webmaster.get("").body().contains(text + "\"")) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      }
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return seconds;
  }
}
