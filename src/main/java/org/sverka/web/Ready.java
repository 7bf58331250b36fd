package org.sverka.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.internal.buffer.BufferInternal;
import java.time.Instant;
import java.util.List;
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
  private final Answer plain;
  private final Answer gzip;
  private final Answer brotli;
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

    void addTo(MultiMap headers) {
      headers.add(HttpHeaders.CONTENT_LENGTH, length);
      if (!coding.isEmpty()) {
        headers.add(HttpHeaders.CONTENT_ENCODING, optimizedCoding);
      }
    }

    /** Outside the heap, where the socket takes it from without a copy; shared by all readers. */
    private static Buffer shared(byte[] bytes) {
      ByteBuf direct = Unpooled.directBuffer(Math.max(1, bytes.length), Math.max(1, bytes.length));
      direct.writeBytes(bytes);
      return BufferInternal.buffer(Unpooled.unreleasableBuffer(direct.asReadOnly()));
    }
  }

  /** A form with its headers: of the whole, and of the word that it has not changed. */
  private record Answer(Form form, HeaderBlock whole, HeaderBlock unchanged) {}

  private Ready(int status, Policy policy, Representation from, Map<String, String> more) {
    this.status = status;
    this.policy = policy;
    this.modifiedAt = from.modifiedAt();
    this.lastModified = HttpHeaders.createOptimized(HttpDates.write(modifiedAt));
    this.more = Map.copyOf(more);
    this.contentType = HttpHeaders.createOptimized(from.contentType());
    this.plain = answer(Form.of(IDENTITY, from.etag(), from.plain()));
    this.gzip = from.hasGzip() ? answer(Form.of(GZIP, from.gzipEtag(), from.gzip())) : plain;
    this.brotli =
        from.brotli().length == 0
            ? gzip
            : answer(Form.of(BROTLI, from.brotliEtag(), from.brotli()));
    this.weight = from.plain().length + from.gzip().length + from.brotli().length + 1_000;
  }

  private Answer answer(Form form) {
    return new Answer(
        form,
        new HeaderBlock(headers -> addHeaders(headers, form)),
        new HeaderBlock(headers -> addUnchangedHeaders(headers, form)));
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
        ? EntityTags.match(tags, form(accepted).etag) || isInFurtherTags(request, accepted)
        : HttpDates.notModifiedSince(request.get(HttpHeaders.IF_MODIFIED_SINCE), modifiedAt);
  }

  /** Several lines are one list; hardly anybody sends them, so they are looked for last. */
  private boolean isInFurtherTags(MultiMap request, Accepted accepted) {
    List<String> lines = request.getAll(HttpHeaders.IF_NONE_MATCH);
    return lines.size() > 1 && EntityTags.match(String.join(",", lines), form(accepted).etag);
  }

  /** Whether it may be sent to a client that wants this very state or none. */
  boolean isWantedBy(MultiMap request, Accepted accepted) {
    return status != 200
        || !request.contains(HttpHeaders.IF_MATCH)
        || EntityTags.matchStrongly(
            String.join(",", request.getAll(HttpHeaders.IF_MATCH)), form(accepted).etag);
  }

  /**
   * The headers for a client that takes these codings.
   *
   * @param known whether it has the body already
   */
  HeaderBlock headers(Accepted accepted, boolean known) {
    Answer answer = answer(accepted);
    return known ? answer.unchanged : answer.whole;
  }

  private void addHeaders(MultiMap headers, Form form) {
    policy.addTo(headers);
    addValidators(headers, form);
    more.forEach(headers::add);
    headers.add(HttpHeaders.CONTENT_TYPE, contentType);
    form.addTo(headers);
  }

  private void addUnchangedHeaders(MultiMap headers, Form form) {
    policy.addToUnchanged(headers);
    addValidators(headers, form);
  }

  private void addValidators(MultiMap headers, Form form) {
    if (status == 200) {
      headers.add(HttpHeaders.ETAG, form.optimizedEtag);
      headers.add(HttpHeaders.LAST_MODIFIED, lastModified);
    }
  }

  private Answer answer(Accepted accepted) {
    Answer best = accepted.brotli() ? brotli : accepted.gzip() ? gzip : plain;
    return best.form.coding.equals(GZIP) && !accepted.gzip() ? plain : best;
  }

  private Form form(Accepted accepted) {
    return answer(accepted).form;
  }
}
