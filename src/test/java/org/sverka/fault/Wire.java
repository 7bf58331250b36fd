package org.sverka.fault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

  private final int upstream;
  private final LongSupplier clock;
  private final BooleanSupplier struckBelow;
  private final List<Exchange> journal = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Door door;

  /**
   * @param upstream port of the server
   * @param struckBelow whether the request just answered met a fault of the sheet's own
   */
  Wire(int upstream, LongSupplier clock, BooleanSupplier struckBelow) throws IOException {
    this.upstream = upstream;
    this.clock = clock;
    this.struckBelow = struckBelow;
    this.door = new Door(client -> pass(Http.read(client.getInputStream()).unpacked(), client));
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
    return door.port();
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
    door.hangUp();
  }

  /** Where the program comes in. */
  Door door() {
    return door;
  }

  @Override
  public void close() throws IOException {
    door.close();
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
}
