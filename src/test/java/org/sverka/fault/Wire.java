package org.sverka.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The line between the program and the server: passes on each request, damages answers when told
 * to, and keeps a journal. One request a connection.
 */
final class Wire implements AutoCloseable {
  /** Marks an answer that does not come from the sheet. */
  static final String MARK = "X-Fault";

  private static final int MOST_WAITING = 64;

  private final int upstream;
  private final LongSupplier clock;
  private final BooleanSupplier struckBelow;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Exchange> journal = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Socket> waiting = new ArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private ServerSocket socket;
  private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

  /**
   * @param upstream port of the server
   * @param struckBelow whether the request just answered met a fault of the sheet's own
   */
  Wire(int upstream, LongSupplier clock, BooleanSupplier struckBelow) throws IOException {
    this.upstream = upstream;
    this.clock = clock;
    this.struckBelow = struckBelow;
    this.socket = listen(0);
  }

  /**
   * A fault to come.
   *
   * @param times how many requests it strikes yet
   * @param reaches whether the request is carried out
   * @param harmless whether the answer, though other, says the same
   */
  private record Fault(
      Predicate<Exchange> on,
      AtomicInteger times,
      boolean reaches,
      boolean harmless,
      Damage damage) {}

  int port() {
    return socket.getLocalPort();
  }

  /** All requests since the start, in the order in which they came. */
  List<Exchange> journal() {
    return journal;
  }

  /** Damages the answers to the next requests of a kind, which are carried out. */
  void damage(Exchange.Kind kind, int times, Damage damage) {
    add(kind, times, true, false, damage);
  }

  /** Says the same in other words. */
  void reword(Exchange.Kind kind, int times, Damage damage) {
    add(kind, times, true, true, damage);
  }

  /** Treats the next requests of a kind in some way, and does not carry them out. */
  void hold(Exchange.Kind kind, int times, Damage damage) {
    add(kind, times, false, false, damage);
  }

  private void add(
      Exchange.Kind kind, int times, boolean reaches, boolean harmless, Damage damage) {
    faults.add(
        new Fault(
            exchange -> exchange.is(kind), new AtomicInteger(times), reaches, harmless, damage));
  }

  /** No more faults; who still waits for an answer is hung up on. */
  void mend() {
    faults.clear();
    open.forEach(Wire::closeQuietly);
  }

  /** Nobody listens any more. */
  void hangUp() throws IOException {
    socket.close();
    // As long as somebody still waits in it, the system keeps the port.
    accepting.join();
  }

  /** Connections are not even refused: as many wait already as there may be. */
  void swallow() throws IOException {
    hangUp();
    socket = bound(socket.getLocalPort(), 1);
    while (waiting.size() < MOST_WAITING) {
      Socket next = new Socket();
      waiting.add(next);
      try {
        next.connect(socket.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    throw new AssertionError("this machine lets any number of connections wait");
  }

  /** Somebody listens again, where they did before. */
  void listenAgain() throws IOException {
    waiting.forEach(Wire::closeQuietly);
    waiting.clear();
    socket.close();
    socket = listen(socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
    mend();
    threads.shutdownNow();
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket opened = bound(port, 50);
    accepting = CompletableFuture.runAsync(() -> accept(opened), threads);
    return opened;
  }

  private static ServerSocket bound(int port, int backlog) throws IOException {
    ServerSocket opened = new ServerSocket();
    opened.setReuseAddress(true);
    opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), backlog);
    return opened;
  }

  private void accept(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket client = opened.accept();
        client.setTcpNoDelay(true);
        open.add(client);
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      pass(Http.read(client.getInputStream()).unpacked(), client);
    } catch (IOException | InterruptedException e) {
      // The program has hung up, or the test is over.
    } finally {
      open.remove(client);
    }
  }

  private void pass(Http request, Socket client) throws IOException, InterruptedException {
    Exchange exchange =
        new Exchange(
            numbers.incrementAndGet(),
            clock.getAsLong(),
            request.start()[0],
            request.start()[1],
            request.text(),
            request.header("Authorization"),
            new Exchange.Outcome());
    journal.add(exchange);
    Fault fault = next(exchange);
    if (fault != null) {
      exchange.outcome().settle("", true, fault.harmless);
      Http nothing = new Http(List.of("HTTP/1.1 200 OK"), new byte[0]);
      fault.damage.deliver(
          fault.reaches ? Http.read(new ByteArrayInputStream(forward(request).bytes)) : nothing,
          client);
      return;
    }
    Answer answer = forward(request);
    boolean below = struckBelow.getAsBoolean();
    String status = Http.isWhole(answer.bytes) ? status(answer.bytes) : "";
    boolean good = !below && answer.whole && status.startsWith("2");
    exchange.outcome().settle(status, !good, good);
    client.getOutputStream().write(answer.bytes);
    if (!answer.whole) {
      client.setSoLinger(true, 0);
    }
  }

  /** That of the sheet; of an answer in its stead there is one only if it is none that is good. */
  private static String status(byte[] bytes) throws IOException {
    Http answer = Http.read(new ByteArrayInputStream(bytes));
    String status = answer.start()[1];
    return status.startsWith("2") && !answer.header(MARK).isEmpty() ? "" : status;
  }

  private Fault next(Exchange exchange) {
    for (Fault fault : faults) {
      if (fault.on.test(exchange) && fault.times.getAndDecrement() > 0) {
        return fault;
      }
    }
    return null;
  }

  /**
   * What came back.
   *
   * @param whole whether the connection was closed in order
   */
  private record Answer(byte[] bytes, boolean whole) {}

  private Answer forward(Http request) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream)) {
      server.setTcpNoDelay(true);
      OutputStream out = server.getOutputStream();
      out.write(request.without("Accept-Encoding").head(request.body().length));
      out.write(request.body());
      byte[] buffer = new byte[64 * 1024];
      for (int n = server.getInputStream().read(buffer);
          n >= 0;
          n = server.getInputStream().read(buffer)) {
        bytes.write(buffer, 0, n);
      }
      return new Answer(bytes.toByteArray(), true);
    } catch (IOException e) {
      return new Answer(bytes.toByteArray(), false);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed.
    }
  }
}
