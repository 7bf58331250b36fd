package org.sverka.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sverka.text.Visible;

/**
 * A line of evidence: a link where it surely is one, else only its text.
 *
 * @param href where it leads; empty if it must not be followed
 * @param text as people see it
 */
public record SafeLink(String href, String text) {
  private static final Pattern HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+(:\\d{1,5})?");

  static SafeLink of(String line) {
    return new SafeLink(https(line).orElse(""), Visible.of(line));
  }

  private static Optional<String> https(String line) {
    try {
      URI uri = new URI(line.strip());
      String authority = uri.getRawAuthority();
      boolean plain =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && HOST.matcher(authority).matches();
      return plain ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
