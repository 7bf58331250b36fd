package org.sverka.web.page;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sverka.text.Visible;

/**
 * A line of evidence: a link where it surely is one, else only its text.
 *
 * @param href where it leads; empty if it must not be followed
 * @param text as people see it
 */
public record SafeLink(String href, String text) {
  private static final String SCHEME = "https://";

  /**
   * A plain name, or one in Russian letters to its very end: of two alphabets, or under a plain
   * ending, one could pass for the other.
   */
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9-]+(?:\\.[a-z0-9-]+)+|(?:www\\.)?(?:[а-яё0-9-]+\\.)+[а-яё]{2,})(:\\d{1,5})?");

  static SafeLink of(String line) {
    return new SafeLink(https(line).orElse(""), Visible.of(line));
  }

  private static Optional<String> https(String line) {
    String link = line.strip();
    try {
      String authority = new URI(link).getRawAuthority();
      if (!link.startsWith(SCHEME) || authority == null) {
        return Optional.empty();
      }
      Matcher host = HOST.matcher(authority);
      if (!host.matches()) {
        return Optional.empty();
      }
      String name = IDN.toASCII(host.group(1));
      URI plain = new URI(SCHEME + name + link.substring(SCHEME.length() + host.end(1)));
      return plain.getHost() == null ? Optional.empty() : Optional.of(plain.toASCIIString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      // No address, or a name that is too long.
      return Optional.empty();
    }
  }
}
