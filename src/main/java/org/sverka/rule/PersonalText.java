package org.sverka.rule;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.sverka.text.Messages;

/**
 * Finds what tells who a person is, and hides it. Linear in the length of the text. Numbers of
 * documents count only with a right check digit, or beside the word for the document.
 */
public final class PersonalText {
  /** A kind of personal data. */
  enum Kind {
    PHONE("phone"),
    EMAIL("email"),
    PASSPORT("passport"),
    SNILS("snils"),
    INN("inn");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Its name in keys of texts. */
    String key() {
      return key;
    }
  }

  private record Found(Kind kind, int start, int end) {
    boolean overlaps(Found other) {
      return start < other.end && other.start < end;
    }
  }

  private static final Messages MESSAGES = Messages.of(PersonalText.class, "ru");
  private static final String REGION = "RU";
  private static final long PHONES_TRIED = 1_000;
  private static final String ALONE = "(?<![\\p{L}\\p{N}])";
  private static final String END = "(?![\\p{L}\\p{N}])";
  private static final Pattern EMAIL =
      Pattern.compile(
          ALONE + "[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,4}+\\p{L}{2,24}+");
  private static final Pattern PASSPORT =
      Pattern.compile(
          "(?iu)(?:паспорт|серия)[^\\d\\n]{0,30}+(\\d{2} ?\\d{2}[ №N-]{0,8}\\d{6})"
              + END
              + "|"
              + ALONE
              + "(\\d{2} \\d{2} №? ?\\d{6})"
              + END);
  private static final Pattern SNILS =
      Pattern.compile(
          ALONE
              + "\\d{3}-\\d{3}-\\d{3}[ -]\\d{2}"
              + END
              + "|(?iu)снилс[^\\d\\n]{0,10}+\\d{11}"
              + END);
  private static final Pattern INN = Pattern.compile(ALONE + "\\d{12}" + END);

  private PersonalText() {}

  /** The kinds of personal data in a text, in the order in which they come; each once. */
  static List<Kind> kinds(String text) {
    return all(text).stream().map(Found::kind).distinct().toList();
  }

  /** The text with all personal data replaced by a word for its kind. */
  public static String masked(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Found found : all(text)) {
      if (found.start >= at) {
        out.append(text, at, found.start).append(MESSAGES.text("masked." + found.kind.key()));
        at = found.end;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private static List<Found> all(String text) {
    List<Found> found = new ArrayList<>();
    documents(text).forEach(kind -> kind.forEach(found::add));
    if (hasDigits(text)) {
      phones(text)
          .filter(phone -> found.stream().noneMatch(known -> known.overlaps(phone)))
          .toList()
          .forEach(found::add);
    }
    found.sort(Comparator.comparingInt(Found::start));
    return found;
  }

  /** Each kind but phones, from the start of the text. */
  private static List<Stream<Found>> documents(String text) {
    List<Stream<Found>> kinds = new ArrayList<>();
    if (text.indexOf('@') >= 0) {
      kinds.add(matches(EMAIL, text).map(m -> found(Kind.EMAIL, m)));
    }
    if (hasDigits(text)) {
      kinds.add(
          matches(SNILS, text)
              .filter(m -> isSnils(digits(m.group())))
              .map(m -> found(Kind.SNILS, m)));
      kinds.add(matches(INN, text).filter(m -> isInn(m.group())).map(m -> found(Kind.INN, m)));
      kinds.add(matches(PASSPORT, text).map(m -> found(Kind.PASSPORT, m)));
    }
    return kinds;
  }

  /** Whether there are enough for any number. */
  private static boolean hasDigits(String text) {
    return text.chars().filter(Character::isDigit).limit(6).count() == 6;
  }

  private static Stream<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static Found found(Kind kind, MatchResult match) {
    return new Found(kind, match.start(), match.end());
  }

  private static Stream<Found> phones(String text) {
    Iterable<PhoneNumberMatch> numbers =
        PhoneNumberUtil.getInstance().findNumbers(text, REGION, Leniency.VALID, PHONES_TRIED);
    return StreamSupport.stream(numbers.spliterator(), false)
        .map(number -> new Found(Kind.PHONE, number.start(), number.end()));
  }

  private static String digits(String text) {
    return text.chars()
        .filter(c -> c >= '0' && c <= '9')
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining());
  }

  /**
   * Checks the last two of eleven digits. Source: order of the Pension Fund on insurance numbers.
   */
  private static boolean isSnils(String digits) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (digits.charAt(i) - '0') * (9 - i);
    }
    int check = sum % 101 == 100 ? 0 : sum % 101;
    return check == Integer.parseInt(digits.substring(9));
  }

  /** Checks the last two digits of a person's twelve. Source: order of the tax service on INN. */
  private static boolean isInn(String digits) {
    return control(digits, new int[] {7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == digits.charAt(10) - '0'
        && control(digits, new int[] {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}) == digits.charAt(11) - '0';
  }

  private static int control(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum % 11 % 10;
  }
}
