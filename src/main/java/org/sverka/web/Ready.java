package org.sverka.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.internal.buffer.BufferInternal;
import java.time.Instant;
import java.util.Map;
import org.sverka.feed.Representation;

/** An answer with all that can be made before anybody asks: body and headers of all encodings. */
final class Ready {
  private static final String IDENTITY = "";
  private static final String GZIP = "gzip";
  private static final String BROTLI = "br";

  private final int status;
  private final Policy policy;
  private final Instant modifiedAt;
  private final CharSequence lastModified;
  private final Map<String, String> more;
  private final CharSequence contentType;
  private final Form plain;
  private final Form gzip;
  private final Form brotli;
  private final int weight;

  /** One encoding of it. */
  private record Form(
      String coding,
      CharSequence optimizedCoding,
      String etag,
      CharSequence optimizedEtag,
      CharSequence length,
      Buffer body) {
    static Form of(String coding, String etag, byte[] bytes) {
      return new Form(
          coding,
          HttpHeaders.createOptimized(coding),
          etag,
          HttpHeaders.createOptimized(etag),
          HttpHeaders.createOptimized(Integer.toString(bytes.length)),
          shared(bytes));
    }

    /** Outside the heap, where the socket takes it from without a copy; shared by all readers. */
    private static Buffer shared(byte[] bytes) {
      ByteBuf direct = Unpooled.directBuffer(Math.max(1, bytes.length), Math.max(1, bytes.length));
      direct.writeBytes(bytes);
      return BufferInternal.buffer(Unpooled.unreleasableBuffer(direct.asReadOnly()));
    }
  }

  private Ready(int status, Policy policy, Representation from, Map<String, String> more) {
    this.status = status;
    this.policy = policy;
    this.modifiedAt = from.modifiedAt();
    this.lastModified = HttpHeaders.createOptimized(HttpDates.write(modifiedAt));
    this.more = Map.copyOf(more);
    this.contentType = HttpHeaders.createOptimized(from.contentType());
    this.plain = Form.of(IDENTITY, from.etag(), from.plain());
    this.gzip = from.hasGzip() ? Form.of(GZIP, from.gzipEtag(), from.gzip()) : plain;
    this.brotli =
        from.brotli().length == 0 ? gzip : Form.of(BROTLI, from.brotliEtag(), from.brotli());
    this.weight = from.plain().length + from.gzip().length + from.brotli().length + 1_000;
  }

  static Ready of(Policy policy, Representation from) {
    return new Ready(200, policy, from, Map.of());
  }

  /**
   * @param more further headers
   */
  static Ready of(int status, Policy policy, Representation from, Map<String, String> more) {
    return new Ready(status, policy, from, more);
  }

  /** About how many bytes it takes. */
  int weight() {
    return weight;
  }

  int status() {
    return status;
  }

  /** The body for a client that takes this coding. */
  Buffer body(Accepted accepted) {
    return form(accepted).body;
  }

  /** Whether the client that sent these headers has it already. */
  boolean isKnownTo(MultiMap request, Accepted accepted) {
    if (status != 200) {
      return false;
    }
    String tags = request.get(HttpHeaders.IF_NONE_MATCH);
    return tags != null
        ? EntityTags.match(tags, form(accepted).etag)
        : HttpDates.notModifiedSince(request.get(HttpHeaders.IF_MODIFIED_SINCE), modifiedAt);
  }

  /** Adds what every answer has, 304 too. */
  void addHeaders(MultiMap response, Accepted accepted) {
    policy.addTo(response);
    if (status == 200) {
      response.add(HttpHeaders.ETAG, form(accepted).optimizedEtag);
      response.add(HttpHeaders.LAST_MODIFIED, lastModified);
    }
    more.forEach(response::add);
  }

  /** Adds what describes the body. */
  void addBodyHeaders(MultiMap response, Accepted accepted) {
    response.add(HttpHeaders.CONTENT_TYPE, contentType);
    response.add(HttpHeaders.CONTENT_LENGTH, form(accepted).length);
    Form form = form(accepted);
    if (!form.coding.isEmpty()) {
      response.add(HttpHeaders.CONTENT_ENCODING, form.optimizedCoding);
    }
  }

  private Form form(Accepted accepted) {
    Form best = accepted.brotli() ? brotli : accepted.gzip() ? gzip : plain;
    return best.coding.equals(GZIP) && !accepted.gzip() ? plain : best;
  }
}
