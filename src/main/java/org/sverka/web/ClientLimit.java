package org.sverka.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * How much one client may ask: a bucket of tokens for each IPv4 address and each IPv6 network of 64
 * bits, which is what one subscriber has, and bounds for what it holds open. Safe for all event
 * loops.
 */
public final class ClientLimit {
  private static final int MOST_CLIENTS = 100_000;
  private static final int NETWORK_BYTES = 8;
  private static final int MOST_CONNECTIONS = 20_000;
  private static final int MOST_STREAMS = 10_000;

  private final int perSecond;
  private final TrustedProxies proxies;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;
  private final Tally connections;
  private final Tally streams;

  /**
   * A limit.
   *
   * @param perSecond requests that a client may make for ever; ten times as many at once, on five
   *     times as many connections, and as many event streams; 0 for no limit
   */
  public ClientLimit(int perSecond, TrustedProxies proxies) {
    this(perSecond, proxies, TimeMeter.SYSTEM_MILLISECONDS);
  }

  ClientLimit(int perSecond, TrustedProxies proxies, TimeMeter clock) {
    this.perSecond = perSecond;
    this.proxies = proxies;
    this.clock = clock;
    // Whoever is quiet for longer than it takes to fill a bucket begins with a full one again.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();
    this.connections = new Tally(isNone() ? MOST_CONNECTIONS : 5 * perSecond, MOST_CONNECTIONS);
    this.streams = new Tally(isNone() ? MOST_STREAMS : perSecond, MOST_STREAMS);
  }

  /** Nobody is kept from anything. */
  public static ClientLimit none() {
    return new ClientLimit(0, TrustedProxies.NONE);
  }

  final boolean isNone() {
    return perSecond == 0;
  }

  /** Whether what the peer says of others has to be looked at with each request. */
  boolean trusts(InetAddress peer) {
    return proxies.trusts(peer);
  }

  /** The bucket of whoever asks through that peer. */
  Bucket bucket(InetAddress peer, List<String> forwarded) {
    return buckets.get(client(peer, forwarded), unknown -> full());
  }

  /** Whoever asks through that peer. */
  String client(InetAddress peer, List<String> forwarded) {
    return name(forwarded.isEmpty() ? peer : proxies.client(peer, forwarded));
  }

  /** The connections that are open. */
  Tally connections() {
    return connections;
  }

  /** The event streams that are open. */
  Tally streams() {
    return streams;
  }

  /** What a client is told apart by. */
  static String name(InetAddress client) {
    byte[] address = client.getAddress();
    return HexFormat.of()
        .formatHex(
            address.length > NETWORK_BYTES ? Arrays.copyOf(address, NETWORK_BYTES) : address);
  }

  private Bucket full() {
    long burst = 10L * perSecond;
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
