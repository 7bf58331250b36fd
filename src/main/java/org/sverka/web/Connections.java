package org.sverka.web;

import io.vertx.core.http.HttpConnection;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Closes connections on which a whole request does not arrive in time, however slowly its bytes
 * trickle in. Of one event loop.
 */
final class Connections {
  private static final long FOREVER = Long.MAX_VALUE;

  private final long first;
  private final long next;
  private final IdentityHashMap<HttpConnection, Wait> waits = new IdentityHashMap<>();
  private long now;

  private static final class Wait {
    long until;
  }

  /**
   * @param first seconds until the first request of a connection must be there
   * @param next seconds from the end of an answer until the next request must be there
   */
  Connections(int first, int next) {
    this.first = first;
    this.next = next;
  }

  void opened(HttpConnection connection) {
    Wait wait = new Wait();
    wait.until = now + first;
    waits.put(connection, wait);
    connection.closeHandler(nothing -> waits.remove(connection));
  }

  void asked(HttpConnection connection) {
    waitUntil(connection, FOREVER);
  }

  void answered(HttpConnection connection) {
    waitUntil(connection, now + next);
  }

  private void waitUntil(HttpConnection connection, long until) {
    Wait wait = waits.get(connection);
    if (wait != null) {
      wait.until = until;
    }
  }

  /** To be called once a second. */
  void tick() {
    now++;
    List<HttpConnection> late = new ArrayList<>();
    waits.forEach(
        (connection, wait) -> {
          if (wait.until < now) {
            late.add(connection);
          }
        });
    late.forEach(HttpConnection::close);
  }
}
