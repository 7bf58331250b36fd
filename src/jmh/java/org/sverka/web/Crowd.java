package org.sverka.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Holds connections to a server open until it is killed: some that have asked once and say nothing
 * more, and some that ask for a large answer many times over and read one byte a second.
 */
public final class Crowd {
  private static final int FROM_ONE_ADDRESS = 2_000;
  private static final int SMALL_WINDOW = 4_096;
  private static final int AHEAD = 50;

  private final InetSocketAddress server;
  private final String path;
  private final ByteBuffer one = ByteBuffer.allocate(1);
  private int opened;

  private Crowd(URI address) {
    this.server = new InetSocketAddress("127.0.0.1", address.getPort());
    this.path = address.getPath();
  }

  /**
   * Prints a line once all are connected, and a line when some were cut off.
   *
   * @param arguments the address of what is asked for, how many stay idle, how many read slowly
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Crowd crowd = new Crowd(URI.create(arguments[0]));
    List<SocketChannel> idle = crowd.connect(Integer.parseInt(arguments[1]), "HEAD", 1);
    List<SocketChannel> slow = crowd.connect(Integer.parseInt(arguments[2]), "GET", AHEAD);
    System.out.printf("%d idle, %d slow%n", idle.size(), slow.size());
    int cutOff = 0;
    while (true) {
      TimeUnit.SECONDS.sleep(1);
      int before = cutOff;
      for (SocketChannel reader : slow) {
        cutOff += crowd.takeOne(reader);
      }
      if (cutOff > before) {
        System.out.printf("%d of the slow were cut off%n", cutOff);
      }
    }
  }

  private List<SocketChannel> connect(int count, String method, int times) throws IOException {
    byte[] question =
        (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .repeat(times)
            .getBytes(StandardCharsets.US_ASCII);
    List<SocketChannel> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
      channel.bind(new InetSocketAddress("127.0.0." + (2 + opened++ / FROM_ONE_ADDRESS), 0));
      channel.connect(server);
      channel.write(ByteBuffer.wrap(question));
      channel.configureBlocking(false);
      all.add(channel);
    }
    return all;
  }

  /** How many readers have ended by this: one or none. */
  private int takeOne(SocketChannel reader) {
    if (!reader.isOpen()) {
      return 0;
    }
    boolean ended;
    try {
      ended = reader.read(one.clear()) < 0;
    } catch (IOException e) {
      ended = true;
    }
    if (ended) {
      close(reader);
    }
    return ended ? 1 : 0;
  }

  private static void close(SocketChannel reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
