package org.sverka.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a channel may call: this machine, and hosts that the operator has named. Whoever can open a
 * channel makes the server send requests, so nothing else may be reached, and everything but this
 * machine by HTTPS only.
 */
final class CallbackHosts {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private final Set<String> allowed;

  /**
   * @param allowed names in lower case
   */
  CallbackHosts(Set<String> allowed) {
    this.allowed = allowed;
  }

  /** Reads an address. Says 400 or 401 where it may not be called. */
  URI check(String address) {
    URI uri = parse(address);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean here = LOOPBACK.matcher(host).matches();
    if (!here && !"https".equalsIgnoreCase(uri.getScheme())) {
      throw DriveProblem.of(
          400, "global", "push.webhookUrlNotHttps", "WebHook callback must be HTTPS: " + address);
    }
    if (!here && !allowed.contains(host)) {
      throw DriveProblem.of(
          401,
          "global",
          "push.webhookUrlUnauthorized",
          "Unauthorized WebHook callback channel: " + address);
    }
    return uri;
  }

  private static URI parse(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw DriveProblem.invalidBody("channel.address", "Invalid Value");
  }
}
