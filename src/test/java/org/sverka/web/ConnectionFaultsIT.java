package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sverka.web.Served.eventually;

import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/**
 * Clients that hold connections. The long form, {@code SVERKA_TEST_CONNECTIONS=9000}, needs twice
 * as many descriptors.
 */
class ConnectionFaultsIT {
  private static final int IDLE =
      Integer.parseInt(System.getenv().getOrDefault("SVERKA_TEST_CONNECTIONS", "500"));
  private static final String FEED = "/api/v1/roadmaps/one";
  private static final String EVENTS = "GET " + FEED + "/events HTTP/1.1\r\nHost: x\r\n\r\n";
  private static final String LARGEST = FEED + "/changes?limit=500";
  private static final int PER_SECOND = 3;
  private static final PublicServer.Patience SHORT = new PublicServer.Patience(3, 4);

  private final List<Raw> clients = new ArrayList<>();
  private final FakePublished roadmap = FakePublished.sample("one");
  private Served served;

  private void start(int perSecond) {
    ClientLimit limit = new ClientLimit(perSecond, TrustedProxies.NONE);
    served = new Served(new PublicServer.Terms(limit, false, SHORT), roadmap);
  }

  @AfterEach
  void stop() throws IOException {
    for (Raw client : clients) {
      client.close();
    }
    served.close();
  }

  private Raw connect(String from, int window) throws IOException {
    Raw client = new Raw(served.port(), from, window);
    clients.add(client);
    return client;
  }

  @Test
  void f71_idleConnections_keepNobodyWaitingAndAreClosed() throws Exception {
    start(0);
    for (int i = 0; i < IDLE; i++) {
      connect("127.0.0.1", 0);
    }

    for (int i = 0; i < 100; i++) {
      assertThat(served.get(FEED).statusCode()).isEqualTo(200);
    }

    assertThat(clients).allMatch(Raw::isEnded);
  }

  @Test
  void f71_connectionThatHasAsked_isClosedWhenItAsksNoMore() throws Exception {
    start(0);
    Raw client = connect("127.0.0.1", 0).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(client.isEnded()).isTrue();
  }

  /** Makes the largest answer one of some megabytes, more than the system takes on its own. */
  private void fillLog() {
    String report = "Проведён форум. ".repeat(1_000);
    for (int i = 0; i < 300; i++) {
      roadmap.accept("1.1", "progress.spb", report, report + i, report);
    }
  }

  @Test
  void f72_readersThatDoNotRead_costOneBufferAndAreCutOff() throws Exception {
    fillLog();
    start(0);
    int size = served.bytes(LARGEST).body().length;
    long before = memory();
    for (int i = 0; i < 100; i++) {
      connect("127.0.0.1", 4_096)
          .send("GET " + LARGEST + " HTTP/1.1\r\nHost: x\r\n\r\n")
          .in()
          .read();
    }

    assertThat(memory() - before).isLessThan(10L * size);
    assertThat(served.bytes(LARGEST).body()).hasSize(size);
    for (int i = 0; i < 3; i++) {
      // When it is thrown out, those who came before and take nothing are out too, or soon will be.
      assertThat(new Raw(served.port()).send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").isEnded())
          .isTrue();
    }
    for (Raw client : clients) {
      assertThat(bytesLeft(client)).as("bytes that the system kept").isLessThan(300_000);
    }
  }

  /** What the system holds of an answer that was cut off. */
  private static int bytesLeft(Raw client) {
    int read = 0;
    try {
      byte[] some = new byte[1 << 16];
      for (int got = 0; got >= 0; got = client.in().read(some)) {
        read += got;
      }
    } catch (IOException e) {
      // Cut off by a reset.
    }
    return read;
  }

  /** Bytes that are in use after a collection, on the heap and outside. */
  private static long memory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() + PlatformDependent.usedDirectMemory();
  }

  @Test
  void f72_readerThatIsSlow_getsAllOfItIfItGoesOnReading() throws Exception {
    fillLog();
    start(0);
    int size = served.bytes(LARGEST).body().length;
    Raw client = connect("127.0.0.1", 4_096);
    client.send("GET " + LARGEST + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    int read = 0;
    long pause = SHORT.next() * 2_000_000_000L / (size >> 16);
    for (int got = 0; got >= 0; read += Math.max(0, got)) {
      LockSupport.parkNanos(pause);
      got = client.in().readNBytes(1 << 16).length;
      got = got == 0 ? -1 : got;
    }

    assertThat(read).isGreaterThan(size);
  }

  @Test
  void f72_readerThatAsksOnAndOn_isAnsweredNoMoreThanItTakes() throws Exception {
    start(0);
    Raw client = connect("127.0.0.1", 4_096);
    String questions = ("GET " + FEED + " HTTP/1.1\r\nHost: x\r\n\r\n").repeat(1_000);
    long before = memory();

    int asked = 0;
    try {
      for (; asked < 500; asked++) {
        client.send(questions);
      }
    } catch (IOException e) {
      // It was waited for, and then cut off.
    }

    assertThat(asked).as("thousands of questions").isLessThan(500);
    assertThat(memory() - before).isLessThan(20L << 20);
  }

  @Test
  void f72_readerThatAsksAhead_getsEachAnswer() throws Exception {
    start(0);
    Raw client = connect("127.0.0.1", 4_096);
    String question = "GET " + FEED + " HTTP/1.1\r\nHost: x\r\n";

    client.send((question + "\r\n").repeat(999) + question + "Connection: close\r\n\r\n");

    assertThat(client.rest().split("HTTP/1.1 200 ", -1)).hasSize(1_001);
  }

  @Test
  void f73_headersThatTrickle_areCutOffHoweverLongTheyGoOn() throws Exception {
    start(0);
    Raw client = connect("127.0.0.1", 0).send("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");

    eventually(() -> isBroken(client));
  }

  private static boolean isBroken(Raw client) {
    try {
      client.send("y");
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void t18_oneClient_holdsOnlySoManyConnections() throws Exception {
    start(PER_SECOND);
    for (int i = 0; i < 5 * PER_SECOND; i++) {
      connect("127.0.0.2", 0);
    }
    Raw oneMore = connect("127.0.0.2", 0);

    assertThat(oneMore.isEnded()).isTrue();
    assertThat(served.get(FEED).statusCode()).as("others").isEqualTo(200);
    clients.get(0).close();
    eventually(() -> status("127.0.0.2", "GET / HTTP/1.1\r\nHost: x\r\n\r\n").equals("200"));
  }

  /** The status of the answer; empty if there is none. */
  private String status(String from, String request) throws IOException {
    try {
      byte[] line = connect(from, 0).send(request).in().readNBytes("HTTP/1.1 200".length());
      return new String(line, StandardCharsets.US_ASCII).replaceFirst("HTTP/1.1 ", "");
    } catch (SocketException e) {
      return "";
    }
  }

  @Test
  void t18_oneClient_holdsOnlySoManyEventStreams() throws Exception {
    start(PER_SECOND);
    for (int i = 0; i < PER_SECOND; i++) {
      assertThat(status("127.0.0.2", EVENTS)).isEqualTo("200");
    }

    assertThat(status("127.0.0.2", EVENTS)).isEqualTo("503");
    assertThat(status("127.0.0.3", EVENTS)).isEqualTo("200");
    clients.get(0).close();
    eventually(() -> status("127.0.0.2", EVENTS).equals("200"));
  }
}
