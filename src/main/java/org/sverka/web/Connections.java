package org.sverka.web;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows who is at the other end, and closes connections on which a whole request does not arrive in
 * time, however slowly its bytes trickle in. Of one event loop.
 */
final class Connections {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long FOREVER = Long.MAX_VALUE;

  private final ClientLimit limit;
  private final long first;
  private final long next;
  private final IdentityHashMap<HttpConnection, Peer> peers = new IdentityHashMap<>();
  private long now;

  /** What is known of one connection. */
  private static final class Peer {
    private final InetAddress address;
    private final Optional<Bucket> bucket;
    private final String client;
    private long until;
    private int open;
    private boolean ending;

    Peer(InetAddress address, Optional<Bucket> bucket, String client) {
      this.address = address;
      this.bucket = bucket;
      this.client = client;
    }
  }

  /**
   * @param limit how much one client may ask
   * @param first seconds until the first request of a connection must be there
   * @param next seconds from the end of an answer until the next request must be there
   */
  Connections(ClientLimit limit, int first, int next) {
    this.limit = limit;
    this.first = first;
    this.next = next;
  }

  void opened(HttpConnection connection) {
    Optional<Peer> unused = admit(connection);
  }

  private Optional<Peer> admit(HttpConnection connection) {
    // What a client breaks off is no news to an operator; Vert.x would log each.
    connection.exceptionHandler(failure -> LOG.debug("A connection failed", failure));
    Peer peer = peer(connection);
    if (!limit.connections().enter(peer.client)) {
      connection.close();
      return Optional.empty();
    }
    peer.until = now + first;
    peers.put(connection, peer);
    connection.closeHandler(nothing -> closed(connection));
    return Optional.of(peer);
  }

  private void closed(HttpConnection connection) {
    Peer peer = peers.remove(connection);
    if (peer != null) {
      limit.connections().leave(peer.client);
    }
  }

  /** Who is at the other end; of one who speaks for others each request has to be looked at. */
  private Peer peer(HttpConnection connection) {
    InetAddress address =
        TrustedProxies.address(String.valueOf(connection.remoteAddress().hostAddress()))
            .orElseGet(InetAddress::getLoopbackAddress);
    return limit.isNone() || limit.trusts(address)
        ? new Peer(address, Optional.empty(), Tally.NOBODY)
        : new Peer(
            address, Optional.of(limit.bucket(address, List.of())), ClientLimit.name(address));
  }

  /** Takes note of a request, and says whether its client may ask so often. */
  boolean asked(HttpServerRequest request) {
    // One that may become HTTP/2 shows itself only with its first request.
    Optional<Peer> found =
        Optional.ofNullable(peers.get(request.connection())).or(() -> admit(request.connection()));
    if (found.isEmpty()) {
      return false;
    }
    Peer peer = found.get();
    peer.open++;
    peer.until = FOREVER;
    return limit.isNone() || bucket(peer, request).tryConsume(1);
  }

  private Bucket bucket(Peer peer, HttpServerRequest request) {
    return peer.bucket.orElseGet(() -> limit.bucket(peer.address, forwarded(request)));
  }

  /** The client that asks, as its event streams are counted. */
  String client(HttpServerRequest request) {
    Peer peer = peers.get(request.connection());
    return peer == null || limit.isNone()
        ? Tally.NOBODY
        : limit.client(peer.address, forwarded(request));
  }

  private static List<String> forwarded(HttpServerRequest request) {
    return request.headers().getAll("X-Forwarded-For");
  }

  /** Whether nothing that still comes down the connection is answered. */
  boolean isEnding(HttpConnection connection) {
    Peer peer = peers.get(connection);
    return peer != null && peer.ending;
  }

  /** Takes note that the connection is closed after the answer that is being sent. */
  void end(HttpConnection connection) {
    Peer peer = peers.get(connection);
    if (peer != null) {
      peer.ending = true;
    }
  }

  /** Takes note of the end of an answer. */
  void answered(HttpConnection connection) {
    Peer peer = peers.get(connection);
    if (peer != null) {
      peer.open = Math.max(0, peer.open - 1);
      if (peer.open == 0) {
        peer.until = now + next;
      }
    }
  }

  /** Takes note that a piece of an answer is on its way: in time it has to be taken. */
  void sending(HttpConnection connection) {
    Peer peer = peers.get(connection);
    if (peer != null && peer.open == 1) {
      peer.until = now + next;
    }
  }

  /** To be called once a second. */
  void tick() {
    now++;
    List<HttpConnection> late = new ArrayList<>();
    peers.forEach(
        (connection, peer) -> {
          if (peer.until < now) {
            late.add(connection);
          }
        });
    late.forEach(HttpConnection::close);
  }
}
