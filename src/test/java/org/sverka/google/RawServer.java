package org.sverka.google;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection with the same bytes, whether they are good HTTP or not. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();
  private final Reply reply;

  RawServer(Reply reply) throws IOException {
    this.reply = reply;
    threads.execute(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      readRequest(client.getInputStream());
      reply.write(client.getOutputStream());
    } catch (IOException | InterruptedException e) {
      // The client has hung up, or the test is over.
    }
  }

  /** The client sends its body in chunks; the last is empty. */
  private static void readRequest(InputStream in) throws IOException {
    StringBuilder tail = new StringBuilder();
    while (!tail.toString().endsWith("\r\n0\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      tail.append((char) next);
    }
  }

  /** What is sent. */
  interface Reply {
    void write(OutputStream out) throws IOException, InterruptedException;
  }
}
