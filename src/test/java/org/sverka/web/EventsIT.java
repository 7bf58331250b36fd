package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/** Server-sent events, as they come down the wire. */
class EventsIT {
  private final FakePublished roadmap = FakePublished.sample("one");
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(roadmap);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  /** Somebody who listens. */
  private final class Listener implements AutoCloseable {
    private final Socket socket = new Socket("127.0.0.1", served.port());
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();

    Listener(String headers) throws IOException {
      socket.setSoTimeout(20_000);
      String request = "GET /api/v1/roadmaps/one/events HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
        head.add(line);
      }
    }

    /** The id of the next event. */
    long next() throws IOException {
      String line = lines.readLine();
      while (!line.startsWith("id: ")) {
        line = lines.readLine();
      }
      return Long.parseLong(line.substring(4));
    }

    String data() throws IOException {
      String line = lines.readLine();
      while (!line.startsWith("data: ")) {
        line = lines.readLine();
      }
      return line.substring(6);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private void edit() {
    roadmap.accept("1.1", "progress.spb", "", "раз", "раз");
  }

  @Test
  void newReader_isToldOfTheRevisionAndThenOfEachNewOne() throws Exception {
    try (Listener listener = new Listener("")) {
      assertThat(listener.head.get(0)).startsWith("HTTP/1.1 200");
      assertThat(listener.head).anyMatch(h -> h.startsWith("content-type: text/event-stream"));
      assertThat(listener.next()).isEqualTo(11);
      for (long revision = 12; revision <= 20; revision++) {
        edit();
        assertThat(listener.next()).isEqualTo(revision);
      }
    }
  }

  @Test
  void data_isWhatTheSchemaSays() throws Exception {
    try (Listener listener = new Listener("")) {
      String data = listener.data();
      new Schemas(path -> served.get(path).body()).check("event", data);
      assertThat(new JsonMapper().readTree(data).get("revision").asLong()).isEqualTo(11);
    }
  }

  @Test
  void readerWhoComesBack_getsWhatWasMissed() throws Exception {
    edit();
    edit();
    try (Listener listener = new Listener("Last-Event-ID: 10\r\n")) {
      assertThat(listener.next()).isEqualTo(11);
      assertThat(listener.next()).isEqualTo(12);
      assertThat(listener.next()).isEqualTo(13);
      edit();
      assertThat(listener.next()).isEqualTo(14);
    }
  }

  @Test
  void readerWhoHasTheNewest_waitsForTheNext() throws Exception {
    try (Listener listener = new Listener("Last-Event-ID: 11\r\n")) {
      edit();
      assertThat(listener.next()).isEqualTo(12);
    }
  }

  @Test
  void idThatIsNone_countsAsNewReader() throws Exception {
    for (String id : List.of("x", "-1", "99999", "1e9", "9223372036854775808")) {
      try (Listener listener = new Listener("Last-Event-ID: " + id + "\r\n")) {
        assertThat(listener.next()).as(id).isEqualTo(11);
      }
    }
  }

  @Test
  void manyReaders_areAllTold() throws Exception {
    List<Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      listeners.add(new Listener(""));
      assertThat(listeners.get(i).next()).isEqualTo(11);
    }
    edit();
    for (Listener listener : listeners) {
      assertThat(listener.next()).isEqualTo(12);
      listener.close();
    }
  }

  @Test
  void head_isAnsweredWithoutAStream() {
    var response = served.send("HEAD", "/api/v1/roadmaps/one/events");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Served.header(response, "Content-Type")).startsWith("text/event-stream");
    assertThat(Served.header(response, "Cache-Control")).isEqualTo("no-store");
  }
}
