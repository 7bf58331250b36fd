package org.sverka.web;

import io.github.bucket4j.Bucket;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
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

  private static final int MOST = 20_000;

  private final ClientLimit limit;
  private final long first;
  private final long next;
  private final IdentityHashMap<HttpConnection, Peer> peers = new IdentityHashMap<>();
  private long now;

  /** What is known of one connection. */
  private static final class Peer {
    private final InetAddress address;
    private final Optional<Bucket> bucket;
    private long until;
    private int open;

    Peer(InetAddress address, Optional<Bucket> bucket) {
      this.address = address;
      this.bucket = bucket;
    }
  }

  /**
   * @param limit how often one client may ask
   * @param first seconds until the first request of a connection must be there
   * @param next seconds from the end of an answer until the next request must be there
   */
  Connections(ClientLimit limit, int first, int next) {
    this.limit = limit;
    this.first = first;
    this.next = next;
  }

  void opened(HttpConnection connection) {
    Peer peer = peer(connection);
    peer.until = now + first;
    peers.put(connection, peer);
    connection.closeHandler(nothing -> peers.remove(connection));
    // What a client breaks off is no news to an operator; Vert.x would log each.
    connection.exceptionHandler(failure -> LOG.debug("A connection failed", failure));
    if (peers.size() > MOST) {
      connection.close();
    }
  }

  /** Who is at the other end; of one who speaks for others each request has to be looked at. */
  private Peer peer(HttpConnection connection) {
    InetAddress address =
        TrustedProxies.address(String.valueOf(connection.remoteAddress().hostAddress()))
            .orElseGet(InetAddress::getLoopbackAddress);
    boolean alone = !limit.isNone() && !limit.trusts(address);
    return new Peer(
        address, alone ? Optional.of(limit.bucket(address, List.of())) : Optional.empty());
  }

  /** Takes note of a request, and says whether its client may ask so often. */
  boolean asked(HttpServerRequest request) {
    if (!peers.containsKey(request.connection())) {
      // One that changed from HTTP/1.1 to HTTP/2 on the way.
      opened(request.connection());
    }
    Peer peer = Objects.requireNonNull(peers.get(request.connection()));
    peer.open++;
    peer.until = FOREVER;
    if (limit.isNone()) {
      return true;
    }
    return peer.bucket
        .orElseGet(() -> limit.bucket(peer.address, request.headers().getAll("X-Forwarded-For")))
        .tryConsume(1);
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
