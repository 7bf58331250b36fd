package org.sverka.rule;

import java.util.regex.Pattern;
import org.sverka.text.Texts;

/** What a text on progress says about the measure as a whole, where it says so plainly. */
enum Claim {
  /** It has been carried out. */
  DONE,
  /** It has not been begun. */
  NOT_STARTED,
  /** Neither, or not plainly. */
  NONE;

  private static final int AS_FAR_AS_READ = 400;
  private static final int AS_FAR_AS_LOOKED = 5 * AS_FAR_AS_READ;
  private static final String WORD = "(?<![\\p{L}\\p{N}])";
  private static final Pattern SAYS_DONE =
      Pattern.compile(
          WORD
              + "(?<!(?:не|частично|будет|пока не|планируется быть) )"
              + "(?:мероприятие |мера |работа |пункт )?"
              + "(?:полностью )?"
              + "(?:исполнено|выполнено|завершено|реализовано)(?![\\p{L}\\p{N}])"
              + "(?! (?:частично|не полностью|не в полном))");
  private static final Pattern SAYS_NOT_STARTED =
      Pattern.compile(
          WORD
              + "(?:не начато|не начата|не начиналось|не начиналась|не приступали|не приступил[аи]?)(?![\\p{L}])");

  /** Reads the beginning of a text. */
  static Claim of(String text) {
    String start = start(Texts.key(start(text, AS_FAR_AS_LOOKED)), AS_FAR_AS_READ);
    boolean done = SAYS_DONE.matcher(start).find();
    boolean notStarted = SAYS_NOT_STARTED.matcher(start).find();
    if (done == notStarted) {
      return NONE;
    }
    return done ? DONE : NOT_STARTED;
  }

  private static String start(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
