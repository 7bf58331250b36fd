package org.sverka.rule;

import java.util.regex.Pattern;

/** What a text on progress says about the measure as a whole, where it says so plainly. */
enum Claim {
  /** It has been carried out. */
  DONE,
  /** It has not been begun. */
  NOT_STARTED,
  /** Neither, or not plainly. */
  NONE;

  private static final int AS_FAR_AS_READ = 400;
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

  /** Reads a text that {@link org.sverka.text.Texts#key} has made comparable. */
  static Claim of(String text) {
    String start = text.length() <= AS_FAR_AS_READ ? text : text.substring(0, AS_FAR_AS_READ);
    boolean done = SAYS_DONE.matcher(start).find();
    boolean notStarted = SAYS_NOT_STARTED.matcher(start).find();
    if (done == notStarted) {
      return NONE;
    }
    return done ? DONE : NOT_STARTED;
  }
}
