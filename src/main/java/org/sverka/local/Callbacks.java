package org.sverka.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls clients back, with the headers of Google's guide to push notifications. What a client
 * cannot take now (500, 502, 503, 504, no connection) is tried again a few times, ever later.
 * Redirects are not followed.
 */
final class Callbacks {
  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final Set<Integer> TRY_AGAIN = Set.of(500, 502, 503, 504);
  private static final int ATTEMPTS = 5;
  private static final long FIRST_WAIT_MILLIS = 250;
  private static final int CONNECT_MILLIS = 5_000;
  private static final long ANSWER_MILLIS = 10_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final Vertx vertx;
  private final HttpClient client;

  Callbacks(Vertx vertx) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS));
  }

  /** Sends one message. Never fails: what cannot be delivered is dropped, as at Google. */
  Future<Void> send(Channel channel, String state, String changed, long number) {
    RequestOptions request = to(channel.address());
    request.putHeader("Content-Type", "application/json; charset=UTF-8");
    request.putHeader("X-Goog-Channel-ID", channel.id());
    request.putHeader("X-Goog-Channel-Expiration", DATE.format(channel.expires()));
    request.putHeader("X-Goog-Resource-ID", channel.resourceId());
    request.putHeader("X-Goog-Resource-URI", channel.resourceUri());
    request.putHeader("X-Goog-Resource-State", state);
    request.putHeader("X-Goog-Message-Number", Long.toString(number));
    if (!channel.token().isEmpty()) {
      request.putHeader("X-Goog-Channel-Token", channel.token());
    }
    if (!changed.isEmpty()) {
      request.putHeader("X-Goog-Changed", changed);
    }
    return attempt(request, 1);
  }

  private static RequestOptions to(URI address) {
    boolean secure = "https".equalsIgnoreCase(address.getScheme());
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    int port = secure ? HTTPS_PORT : HTTP_PORT;
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(address.getHost())
        .setPort(address.getPort() < 0 ? port : address.getPort())
        .setSsl(secure)
        .setURI(path + query)
        .setIdleTimeout(ANSWER_MILLIS)
        .setFollowRedirects(false);
  }

  private Future<Void> attempt(RequestOptions request, int number) {
    return client
        .request(request)
        .compose(HttpClientRequest::send)
        .map(HttpClientResponse::statusCode)
        .transform(
            done -> {
              boolean again = done.failed() || TRY_AGAIN.contains(done.result());
              if (again && number < ATTEMPTS) {
                return vertx
                    .timer(FIRST_WAIT_MILLIS << (number - 1))
                    .compose(waited -> attempt(request, number + 1));
              }
              if (again || done.result() >= 300) {
                LOG.atWarn()
                    .addKeyValue("host", request.getHost())
                    .log("a push notification was not taken");
              }
              return Future.succeededFuture();
            });
  }

  Future<Void> close() {
    return client.close();
  }
}
