package org.sverka.local;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;

/**
 * Lets in whoever knows the {@linkplain SheetSecret secret}. A browser gives it once, in a small
 * form, for a cookie with a random name in it; a client of the API sends it with each request as
 * {@code Authorization: Bearer} (RFC 6750). Wrong words are limited by {@link WrongWords}.
 */
final class SecretGate {
  private static final String ENTER = "/local/v1/enter";
  private static final String FORM = "/page/enter.html";
  private static final String COOKIE = "sverka-sheet";
  private static final String BEARER = "Bearer ";
  private static final int LARGEST_FORM = 4096;

  private final SheetSecret secret;
  private final String ownToken;
  private final Sessions sessions;
  private final WrongWords wrongWords;

  /**
   * @param ownToken what this process itself sends instead of the secret; nobody can guess it, so
   *     it is never made to wait
   */
  SecretGate(SheetSecret secret, String ownToken, Clock clock) {
    this.secret = secret;
    this.ownToken = ownToken;
    this.sessions = new Sessions(clock);
    this.wrongWords = new WrongWords(clock);
  }

  /** Stands before all routes that are mounted afterwards. */
  void mount(Router router) {
    router
        .post(ENTER)
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
        .handler(this::enter);
    router.route().handler(this::guard);
    router.get(ENTER).handler(context -> done(context, 204));
  }

  private void enter(RoutingContext context) {
    String word = word(context);
    if (!isRight(context.request(), word)) {
      refuse(context);
      return;
    }
    context
        .response()
        .addCookie(
            Cookie.cookie(COOKIE, sessions.begin())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setPath("/")
                .setMaxAge(Sessions.LASTING.toSeconds()));
    done(context, 204);
  }

  private static String word(RoutingContext context) {
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    try {
      return Json.parse(body).path("word").asText("").strip();
    } catch (ApiException e) {
      return "";
    }
  }

  private void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    String bearer = bearer(request);
    if (isPublic(request.path()) || isOwn(bearer) || hasSession(request)) {
      context.next();
    } else if (!bearer.isEmpty() && isRight(request, bearer)) {
      context.next();
    } else if (request.method().equals(HttpMethod.GET) && isPage(request.path())) {
      context.response().setStatusCode(401);
      context.reroute(FORM);
    } else {
      refuse(context);
    }
  }

  /** The page's files say nothing of any sheet. */
  private static boolean isPublic(String path) {
    return path.startsWith("/page/") || path.startsWith("/webjars/");
  }

  private static boolean isPage(String path) {
    return path.equals("/") || path.startsWith("/spreadsheets/d/");
  }

  private boolean hasSession(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie != null && sessions.has(cookie.getValue());
  }

  private boolean isOwn(String bearer) {
    return MessageDigest.isEqual(
        bearer.getBytes(StandardCharsets.UTF_8), ownToken.getBytes(StandardCharsets.UTF_8));
  }

  private static String bearer(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith(BEARER)
        ? header.substring(BEARER.length()).strip()
        : "";
  }

  /** Who has guessed too often is not even told when the guess is right. */
  private boolean isRight(HttpServerRequest request, String word) {
    String address = address(request);
    if (wrongWords.tooMany(address)) {
      return false;
    }
    boolean right = secret.is(word);
    if (!right) {
      wrongWords.add(address);
    }
    return right;
  }

  private void refuse(RoutingContext context) {
    if (wrongWords.tooMany(address(context.request()))) {
      context.response().putHeader("Retry-After", "60");
      ApiHandler.refuse(
          context,
          new ApiException(
              429, "RESOURCE_EXHAUSTED", "Too many wrong secrets. Wait for a minute.", null));
    } else {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"sheet\"");
      ApiHandler.refuse(
          context,
          new ApiException(
              401,
              "UNAUTHENTICATED",
              "This sheet wants the secret that its users share, as Authorization: Bearer.",
              null));
    }
  }

  private static String address(HttpServerRequest request) {
    String address = request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    return address == null ? "" : address;
  }

  private static void done(RoutingContext context, int status) {
    context.response().setStatusCode(status).putHeader("Cache-Control", "no-store");
    context.end().onFailure(context::fail);
  }
}
