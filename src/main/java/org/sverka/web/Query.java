package org.sverka.web;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sverka.feed.QueryException;

/**
 * Reads the query of an address strictly: a broken escape, bytes that are not UTF-8, a control
 * character, a name without a value or a name twice is no query.
 */
final class Query {
  private static final int MOST_PARAMETERS = 16;

  private Query() {}

  /**
   * The parameters, in the order in which they stand there.
   *
   * @throws QueryException if it is not a query
   */
  static Map<String, String> parse(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", MOST_PARAMETERS + 1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || parameters.size() == MOST_PARAMETERS) {
        throw QueryException.malformed();
      }
      String name = decode(pair.substring(0, equals).replace('+', ' '));
      String value = decode(pair.substring(equals + 1).replace('+', ' '));
      if (parameters.put(name, value) != null) {
        throw QueryException.malformed();
      }
    }
    return parameters;
  }

  /** The query that asks for these, in that order; empty if it asks for nothing. */
  static String write(Map<String, String> parameters, List<String> order) {
    StringBuilder query = new StringBuilder();
    for (String name : order) {
      String value = parameters.get(name);
      if (value != null) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=');
        query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
    return query.toString();
  }

  /**
   * Resolves percent escapes.
   *
   * @throws QueryException if one is broken, or the bytes are not UTF-8, or there is a control
   *     character among them
   */
  static String decode(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.put((byte) ((hex(text, i + 1) << 4) | hex(text, i + 2)));
        i += 2;
      } else if (c >= ' ' && c < 0x7f) {
        bytes.put((byte) c);
      } else {
        throw QueryException.malformed();
      }
    }
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      if (decoded.chars().anyMatch(Character::isISOControl)) {
        throw QueryException.malformed();
      }
      return decoded;
    } catch (CharacterCodingException e) {
      throw QueryException.malformed();
    }
  }

  private static int hex(String text, int at) {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0 || text.charAt(at) > 'f') {
      throw QueryException.malformed();
    }
    return digit;
  }
}
