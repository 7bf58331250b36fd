package org.sverka.local;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites out of the sheet: the host must be named by address, as localhost or as
 * configured (so no foreign name can be made to point here; where a secret is asked for, a foreign
 * name has no cookie and any will do), and what changes something must come from our own page or
 * from no page at all.
 */
final class BrowserGuard implements Handler<RoutingContext> {
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String configured;

  private final boolean anyName;

  BrowserGuard(String configured, boolean anyName) {
    this.configured = configured.toLowerCase(Locale.ROOT);
    this.anyName = anyName;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!ownHost(request.authority())) {
      ApiHandler.refuse(context, new ApiException(403, "PERMISSION_DENIED", "Unknown host.", null));
    } else if (!HARMLESS.contains(request.method()) && !ownPage(request)) {
      ApiHandler.refuse(
          context,
          new ApiException(
              403, "PERMISSION_DENIED", "Requests from other sites are not allowed.", null));
    } else {
      context.next();
    }
  }

  private boolean ownHost(@Nullable HostAndPort authority) {
    if (authority == null) {
      return false;
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    return anyName
        || host.equals("localhost")
        || host.equals(configured)
        || ADDRESS.matcher(host).matches();
  }

  private static boolean ownPage(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    String site = request.getHeader("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    String host = "://" + request.getHeader("Host");
    return !foreign
        && (origin == null || origin.equals("http" + host) || origin.equals("https" + host));
  }
}
