package org.sverka.rule;

import java.util.List;
import org.sverka.text.Messages;
import org.sverka.text.Texts;
import org.sverka.text.Visible;
import org.sverka.text.WordDiff;
import org.sverka.text.WordDiff.Kind;
import org.sverka.text.WordDiff.Part;

/**
 * The words in which a text differs from the signed one, in one line that a cell can hold: what was
 * removed, what was added, and a few words around it. Differences that can't be read (spaces, kinds
 * of quotes and dashes) are left out; personal data are masked.
 */
public final class Redline {
  private static final Messages MESSAGES = Messages.of(Redline.class, "ru");
  private static final int LONGEST_FOUND = 10_000;
  private static final int LONGEST_CHANGE = 120;
  private static final int MOST_CHANGES = 3;
  private static final int CONTEXT = 24;

  private Redline() {}

  /** The differences; the empty text if both read the same. */
  public static String of(String signed, String found) {
    String read = found.length() > LONGEST_FOUND ? found.substring(0, LONGEST_FOUND) : found;
    List<Part> parts =
        WordDiff.of(onOneLine(signed), onOneLine(PersonalText.masked(read)), Texts::same);
    StringBuilder line = new StringBuilder();
    int changes = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (isKept(part)) {
        boolean after = i > 0 && changes <= MOST_CHANGES;
        boolean before = i + 1 < parts.size() && changes < MOST_CHANGES;
        words(line, part.text(), after, before);
        continue;
      }
      boolean replaced = i + 1 < parts.size() && !isKept(parts.get(i + 1));
      if (changes < MOST_CHANGES) {
        spaced(line, replaced ? replaced(part, parts.get(i + 1)) : alone(part));
      }
      changes++;
      i += replaced ? 1 : 0;
    }
    if (changes > MOST_CHANGES) {
      line.append(line.toString().endsWith(" ") ? "" : " ");
      line.append(MESSAGES.text("redline.more", changes - MOST_CHANGES));
    }
    return Visible.of(line.toString().strip());
  }

  private static String onOneLine(String text) {
    return text.strip().replaceAll("[\\s\\p{Z}]+", " ");
  }

  private static boolean isKept(Part part) {
    return part.kind() == Kind.KEPT;
  }

  private static String replaced(Part removed, Part added) {
    return MESSAGES.text("redline.replaced", cut(removed.text()), cut(added.text()));
  }

  private static String alone(Part part) {
    boolean removed = part.kind() == Kind.REMOVED;
    return MESSAGES.text(removed ? "redline.removed" : "redline.added", cut(part.text()));
  }

  /** What nobody changed, as far as it stands beside a change that is told. */
  private static void words(StringBuilder line, String text, boolean after, boolean before) {
    int room = (after ? CONTEXT : 0) + (before ? CONTEXT : 0);
    if (text.length() <= room) {
      spaced(line, text);
      return;
    }
    if (after) {
      int space = text.lastIndexOf(' ', CONTEXT);
      spaced(line, text.substring(0, space < 0 ? whole(text, CONTEXT) : space));
    }
    if (after || before) {
      line.append('…');
    }
    if (before) {
      int space = text.indexOf(' ', text.length() - CONTEXT);
      line.append(text.substring(space < 0 ? whole(text, text.length() - CONTEXT) : space + 1));
    }
  }

  private static void spaced(StringBuilder line, String text) {
    boolean apart =
        line.isEmpty()
            || text.isEmpty()
            || " …-".indexOf(line.charAt(line.length() - 1)) >= 0
            || !(text.charAt(0) == '[' || Character.isLetterOrDigit(text.charAt(0)));
    line.append(apart ? "" : " ").append(text);
  }

  private static String cut(String text) {
    String words = text.strip();
    return words.length() <= LONGEST_CHANGE
        ? words
        : words.substring(0, whole(words, LONGEST_CHANGE)) + "…";
  }

  /** A place that does not cut a character in two. */
  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
