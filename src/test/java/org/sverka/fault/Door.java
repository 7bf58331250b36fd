package org.sverka.fault;

import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port at which somebody listens, or nobody, or nobody any more. */
final class Door implements AutoCloseable {
  private static final int MOST_WAITING = 64;

  private final Visitor visitor;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<Socket> waiting = new ArrayList<>();
  private ServerSocket socket;
  private CompletableFuture<Void> accepting = CompletableFuture.completedFuture(null);

  Door(Visitor visitor) throws IOException {
    this.visitor = visitor;
    this.socket = listen(0);
  }

  /** What to do with a connection, which is closed afterwards. */
  interface Visitor {
    void serve(Socket client) throws IOException, InterruptedException;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Who still waits for an answer is hung up on. */
  void hangUp() {
    open.forEach(Door::closeQuietly);
  }

  /** Nobody listens any more. */
  void shut() throws IOException {
    socket.close();
    // As long as somebody still waits in it, the system keeps the port.
    accepting.join();
  }

  /** Connections are not even refused: as many wait already as there may be. */
  void swallow() throws IOException {
    shut();
    socket = bound(port(), 1);
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
  void openAgain() throws IOException {
    waiting.forEach(Door::closeQuietly);
    waiting.clear();
    socket.close();
    socket = listen(port());
  }

  @Override
  public void close() throws IOException {
    socket.close();
    hangUp();
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
      visitor.serve(client);
    } catch (IOException | InterruptedException e) {
      // The program has hung up, or the test is over.
    } finally {
      open.remove(client);
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
