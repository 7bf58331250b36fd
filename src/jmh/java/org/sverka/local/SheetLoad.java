package org.sverka.local;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that send one request after the other for some seconds. */
final class SheetLoad {
  private static final String VALUES = "v4/spreadsheets/bench/values/";

  private final BenchmarkSheet sheet;
  private final int seconds;
  private final AtomicLong sequence = new AtomicLong();
  private volatile long bytes;

  SheetLoad(BenchmarkSheet sheet, int seconds) {
    this.sheet = sheet;
    this.seconds = seconds;
  }

  /** The table whole, as the gateway of Sverka would ask for it; reads per second. */
  double reads(int connections) throws Exception {
    HttpRequest read =
        HttpRequest.newBuilder(
                sheet.at(VALUES + "A1:L" + (sheet.rows() + 1) + "?prettyPrint=false"))
            .build();
    return rate(connections, () -> read);
  }

  /** One cell, each time another text; writes per second, each of them durable when answered. */
  double writes(int connections) throws Exception {
    return rate(
        connections,
        () -> {
          long number = sequence.incrementAndGet();
          long row = 2 + number * 7919 % sheet.rows();
          return HttpRequest.newBuilder(
                  sheet.at(VALUES + "G" + row + "?valueInputOption=USER_ENTERED"))
              .PUT(HttpRequest.BodyPublishers.ofString("{\"values\":[[\"текст " + number + "\"]]}"))
              .build();
        });
  }

  long bytesOfARead() {
    return bytes;
  }

  private double rate(int connections, Callable<HttpRequest> requests) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long began = System.nanoTime();
    List<Future<Long>> counts = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      counts.add(clients.submit(() -> send(requests, end)));
    }
    long sum = 0;
    for (Future<Long> count : counts) {
      sum += count.get();
    }
    double took = (System.nanoTime() - began) / 1e9;
    clients.shutdown();
    return sum / took;
  }

  private long send(Callable<HttpRequest> requests, long end) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long count = 0;
    while (System.nanoTime() < end) {
      HttpRequest request = requests.call();
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(request.uri() + ": " + answer.statusCode());
      }
      if (request.method().equals("GET")) {
        bytes = answer.body().length;
      }
      count++;
    }
    return count;
  }
}
