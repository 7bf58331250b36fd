package org.sverka.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Somebody else's site, on an origin of its own. Also plays a Sverka that answers as a test wants
 * it to.
 */
public final class HostSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What was asked for: the path with its query, and the tag that came along; empty if none. */
  public record Asked(String address, String ifNoneMatch) {}

  /**
   * @param sent how many bytes of the body are sent before the connection is closed
   */
  private record Page(int status, byte[] body, int sent, Map<String, String> headers) {}

  public HostSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    put("/favicon.ico", 204, new byte[0], Map.of());
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** By a name, so that it is another site than what is at 127.0.0.1. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Puts something at a path. */
  public HostSite put(String path, int status, byte[] body, Map<String, String> headers) {
    pages.put(path, new Page(status, body.clone(), body.length, Map.copyOf(headers)));
    return this;
  }

  /** Puts a page at a path. */
  public HostSite page(String path, String html, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "text/html; charset=utf-8");
    String document =
        "<!doctype html><html lang=ru><head><meta charset=utf-8><title>Сайт</title></head><body>"
            + "<main><h1>Сайт региона</h1>"
            + html
            + "</main></body></html>";
    return put(path, 200, document.getBytes(StandardCharsets.UTF_8), all);
  }

  /** Puts data at a path, as a feed that any site may read. */
  public HostSite data(String path, String json, String etag) {
    return put(
        path,
        200,
        json.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type", "application/json",
            "ETag", etag,
            "Cache-Control", "public, max-age=2",
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "ETag, Sverka-Checked-At, Retry-After"));
  }

  /** From now on a request for it is accepted and never answered. */
  public void silence(String path) {
    put(path, 0, new byte[0], Map.of());
  }

  /** From now on what is there breaks off in the middle: the length says more than comes. */
  public void cut(String path) {
    pages.computeIfPresent(
        path, (key, whole) -> new Page(200, whole.body, whole.body.length / 2, whole.headers));
  }

  /** From now on there is an error at that path. */
  public void fail(String path) {
    put(path, 503, new byte[0], Map.of("Access-Control-Allow-Origin", "*"));
  }

  /** What was asked for, beginning with that path. */
  public List<Asked> asked(String path) {
    return asked.stream().filter(request -> request.address.startsWith(path)).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
    asked.add(new Asked(exchange.getRequestURI().toString(), tag == null ? "" : tag));
    Page page = pages.get(exchange.getRequestURI().getPath());
    try (exchange) {
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
      } else if (page.status == 0) {
        closing.await();
      } else {
        send(exchange, page, tag);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Page page, String tag) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    page.headers.forEach(headers::set);
    if (tag != null && tag.equals(page.headers.get("ETag"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    exchange.sendResponseHeaders(page.status, page.body.length == 0 ? -1 : page.body.length);
    if (page.body.length > 0) {
      // Where less is sent than was announced, the end of the exchange is that of the connection.
      exchange.getResponseBody().write(page.body, 0, page.sent);
      exchange.getResponseBody().flush();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
