package org.sverka.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search query of Drive: {@code name contains 'a' and (trashed = false or not 'x' in parents)}.
 * Google's guide to searching for files has the grammar; {@code not} binds closest, then {@code
 * and}.
 */
final class DriveQuery {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z]+|<=|>=|!=|[=<>()])");
  private static final Set<String> OPERATORS =
      Set.of("=", "!=", "<", "<=", ">", ">=", "contains", "in", "has");
  private static final int DEEPEST = 50;

  private final Deque<String> tokens = new ArrayDeque<>();
  private final DriveSettings settings;
  private int depth;

  private DriveQuery(DriveSettings settings) {
    this.settings = settings;
  }

  /** Reads a query; an empty one wants everything. Says 400 where it means nothing. */
  static Predicate<DriveFile> parse(String text, DriveSettings settings) {
    if (text.isBlank()) {
      return file -> true;
    }
    DriveQuery query = new DriveQuery(settings);
    Matcher matcher = TOKEN.matcher(text.stripTrailing());
    int at = 0;
    while (matcher.lookingAt()) {
      query.tokens.add(matcher.group(1));
      at = matcher.end();
      matcher.region(at, matcher.regionEnd());
    }
    if (at < matcher.regionEnd()) {
      throw DriveProblem.invalid("q");
    }
    Predicate<DriveFile> wanted = query.either();
    if (!query.tokens.isEmpty()) {
      throw DriveProblem.invalid("q");
    }
    return wanted;
  }

  private Predicate<DriveFile> either() {
    Predicate<DriveFile> one = both();
    while (skip("or")) {
      one = one.or(both());
    }
    return one;
  }

  private Predicate<DriveFile> both() {
    Predicate<DriveFile> one = single();
    while (skip("and")) {
      one = one.and(single());
    }
    return one;
  }

  private Predicate<DriveFile> single() {
    if (++depth > DEEPEST) {
      throw DriveProblem.invalid("q");
    }
    Predicate<DriveFile> found;
    if (skip("not")) {
      found = single().negate();
    } else if (skip("(")) {
      found = either();
      if (!skip(")")) {
        throw DriveProblem.invalid("q");
      }
    } else {
      found = term();
    }
    depth--;
    return found;
  }

  private Predicate<DriveFile> term() {
    String left = take();
    if (!OPERATORS.contains(peek().toLowerCase(Locale.ROOT))) {
      // Flags may stand alone at Google; none of those is kept here.
      throw DriveTerm.unknown(left);
    }
    String operator = take().toLowerCase(Locale.ROOT);
    return operator.equals("in")
        ? DriveTerm.in(text(left), take(), settings)
        : DriveTerm.of(left, operator, text(take()));
  }

  private boolean skip(String word) {
    boolean next = peek().equalsIgnoreCase(word);
    if (next) {
      tokens.remove();
    }
    return next;
  }

  private String peek() {
    return tokens.isEmpty() ? "" : tokens.element();
  }

  private String take() {
    if (tokens.isEmpty()) {
      throw DriveProblem.invalid("q");
    }
    return tokens.remove();
  }

  private static String text(String token) {
    boolean quoted = token.startsWith("'") || token.startsWith("\"");
    return quoted ? token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1") : token;
  }
}
