package org.sverka.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sverka.testing.FakePublished;

/** F82: what a client may try by HTTP/2, where it is switched on and where it is not. */
class Http2FaultsIT {
  private static final String FEED = "/api/v1/roadmaps/one";
  private static final byte[] NOTHING = {};
  private static final byte[] CANCEL = {0, 0, 0, 8};
  private static final int STREAMS = 10_000;

  private final List<Raw> clients = new ArrayList<>();
  private Served served;

  /** Of a server that waits long, so that what ends a flood is not its patience. */
  private Raw connectForLong() throws IOException {
    return connect(true, 600);
  }

  private Raw connect(boolean http2) throws IOException {
    return connect(http2, 3);
  }

  private Raw connect(boolean http2, int seconds) throws IOException {
    if (served == null) {
      PublicServer.Patience soon = new PublicServer.Patience(seconds, seconds);
      served =
          new Served(
              new PublicServer.Terms(ClientLimit.none(), http2, soon), FakePublished.sample("one"));
    }
    Raw client = new Raw(served.port(), "127.0.0.1", 4_096);
    clients.add(client);
    return client;
  }

  @AfterEach
  void stop() throws IOException {
    for (Raw client : clients) {
      client.close();
    }
    served.close();
  }

  /** Sends it all, if the server takes it all, and waits for the end. */
  private void floodIsCutOff(Raw client, Frames flood) {
    try {
      client.send(flood.bytes());
    } catch (IOException e) {
      // So it did not.
    }
    assertThat(client.isEnded()).isTrue();
    assertThat(served.get(FEED).statusCode()).isEqualTo(200);
  }

  private static Frames resets() {
    Frames flood = Frames.begin(Frames.INITIAL_WINDOW, 65_535);
    for (int i = 0; i < STREAMS; i++) {
      flood.get(2 * i + 1, FEED).add(Frames.RST_STREAM, 0, 2 * i + 1, CANCEL);
    }
    return flood;
  }

  @Test
  void f82_streamsThatAreReset_endTheConnection() throws Exception {
    floodIsCutOff(connectForLong(), resets());
  }

  @Test
  void f82_headersWithoutEnd_endTheConnection() throws Exception {
    Frames flood = Frames.begin(Frames.INITIAL_WINDOW, 65_535);
    flood.add(Frames.HEADERS, Frames.END_STREAM, 1, Frames.headers(FEED));
    for (int i = 0; i < STREAMS; i++) {
      flood.add(
          Frames.CONTINUATION, 0, 1, i % 2 == 0 ? NOTHING : new byte[] {0x40, 1, 'a', 1, 'b'});
    }
    floodIsCutOff(connectForLong(), flood);
  }

  @Test
  void f82_windowOfNothing_holdsAnswersNotTheConnection() throws Exception {
    Frames flood = Frames.begin(Frames.INITIAL_WINDOW, 0);
    for (int i = 0; i < 100; i++) {
      flood.get(2 * i + 1, FEED);
    }
    floodIsCutOff(connect(true), flood);
  }

  @Test
  void f82_windowOfOneByte_isFilledByteByByteAndCutOff() throws Exception {
    Raw client = connect(true);
    client.send(Frames.begin(Frames.INITIAL_WINDOW, 1).get(1, FEED).bytes());
    DataInputStream in = new DataInputStream(client.in());
    byte[] one = {0, 0, 0, 1};
    int bytes = 0;
    while (bytes < 5) {
      Frames.Frame frame = Frames.read(in);
      if (frame.type() == Frames.DATA) {
        assertThat(frame.payload().length).isLessThanOrEqualTo(1);
        bytes += frame.payload().length;
        client.send(new Frames().add(Frames.WINDOW_UPDATE, 0, 1, one).bytes());
      }
    }

    assertThat(client.isEnded()).isTrue();
    assertThat(served.get(FEED).statusCode()).isEqualTo(200);
  }

  @Test
  void f82_moreStreamsThanAllowed_areRefused() throws Exception {
    Raw client = connect(true);
    Frames flood = Frames.begin(Frames.INITIAL_WINDOW, 0);
    for (int i = 0; i < 150; i++) {
      flood.get(2 * i + 1, FEED);
    }
    client.send(flood.bytes());
    DataInputStream in = new DataInputStream(client.in());
    Frames.Frame frame = Frames.read(in);
    while (frame.type() != Frames.RST_STREAM && frame.type() != Frames.GO_AWAY) {
      frame = Frames.read(in);
    }

    assertThat(frame.type()).isEqualTo(Frames.RST_STREAM);
  }

  @Test
  void f82_settingsAndPingsWithoutEnd_hurtNobodyElse() throws Exception {
    Frames flood = Frames.begin(Frames.INITIAL_WINDOW, 65_535);
    for (int i = 0; i < STREAMS; i++) {
      flood.add(Frames.PING, 0, 0, new byte[8]).add(Frames.SETTINGS, 0, 0, NOTHING);
    }
    floodIsCutOff(connect(true), flood);
  }

  @Test
  void f82_switchedOff_framesAreNoRequest() throws Exception {
    floodIsCutOff(connect(false), resets());
  }
}
