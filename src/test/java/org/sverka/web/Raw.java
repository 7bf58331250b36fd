package org.sverka.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes as no library would send them. */
final class Raw implements Closeable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  Raw(int port) throws IOException {
    this(port, "127.0.0.1", 0);
  }

  /**
   * @param from the address that the server sees, one of 127.0.0.0/8
   * @param window bytes that the system takes for a reader that does not read; 0 for the usual
   */
  Raw(int port, String from, int window) throws IOException {
    socket = new Socket();
    if (window > 0) {
      socket.setReceiveBufferSize(window);
    }
    socket.bind(new InetSocketAddress(from, 0));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
  }

  /** Sends the text and reads until the server closes. */
  static String exchange(int port, String text) throws IOException {
    try (Raw raw = new Raw(port)) {
      return raw.send(text).rest();
    }
  }

  Raw send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Raw send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  /** What comes until the server closes. */
  String rest() throws IOException {
    return new String(in().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Whether the server ends the connection, in whatever way; what it sends before is dropped. */
  boolean isEnded() {
    byte[] dropped = new byte[1 << 16];
    try {
      int read = 0;
      while (read >= 0) {
        read = in().read(dropped);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
