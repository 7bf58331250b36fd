package org.sverka.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client's end of a channel: takes push notifications on a free port. */
final class Receiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final BlockingQueue<Headers> taken = new LinkedBlockingQueue<>();
  private final Deque<Integer> answers = new ArrayDeque<>();

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          taken.add(exchange.getRequestHeaders());
          exchange.sendResponseHeaders(nextAnswer(), -1);
          exchange.close();
        });
    server.start();
  }

  private synchronized int nextAnswer() {
    return answers.isEmpty() ? 200 : answers.remove();
  }

  /** Answers so, once; what comes after that gets 200 again. */
  synchronized void answerOnce(int status) {
    answers.add(status);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/news?from=drive";
  }

  /** The headers of the next notification. */
  Headers next() throws InterruptedException {
    Headers headers = taken.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (headers == null) {
      throw new AssertionError("No notification came.");
    }
    return headers;
  }

  /** What has come and was not asked for yet. */
  int waiting() {
    return taken.size();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
