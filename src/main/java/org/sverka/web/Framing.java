package org.sverka.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a request can be read in one way only, by us and by whatever stands before us (RFC 9112,
 * 3.2 and 6.1). What the parser refuses does not come here; HTTP/2 frames leave no doubt. Of one
 * event loop.
 */
final class Framing {
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._%-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");

  private String knownHost = "";

  boolean isClear(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2 || (hasOneHost(request) && hasOneEnd(request));
  }

  private boolean hasOneHost(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.isEmpty()) {
      return request.version() == HttpVersion.HTTP_1_0;
    }
    String host = hosts.get(0);
    if (hosts.size() > 1 || !(host.equals(knownHost) || HOST.matcher(host).matches())) {
      return false;
    }
    knownHost = host;
    return true;
  }

  /** Nothing that is only asked for needs a body; one of a known length is skipped. */
  private static boolean hasOneEnd(HttpServerRequest request) {
    MultiMap headers = request.headers();
    return !headers.contains(HttpHeaders.TRANSFER_ENCODING)
        || (HttpMethod.POST.equals(request.method())
            && headers.getAll(HttpHeaders.TRANSFER_ENCODING).equals(List.of("chunked"))
            && !headers.contains(HttpHeaders.CONTENT_LENGTH));
  }
}
