package org.sverka.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word. */
public final class WordDiff {
  /** What became of a part of the text. */
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED,
    /** Left out here, because nothing changed in it for long. */
    SKIPPED
  }

  /** A part of the text. */
  public record Part(Kind kind, String text) {}

  /**
   * A number with what parts it, such as 3.2, 12.03.2026 or 10 000, and with its per cent sign;
   * else a word; else one character.
   */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:\\p{N}{1,3}(?:[ \\u00A0\\u202F]\\p{N}{3}(?!\\p{N}))++|\\p{N}++)"
              + "(?:[.,:/]\\p{N}++)*+[\\p{L}\\p{N}]*+(?:[ \\u00A0\\u202F]?[%‰])?+"
              + "|[\\p{L}\\p{N}]++|.",
          Pattern.DOTALL);

  private static final int MOST_WORDS = 400;
  private static final int CONTEXT = 90;

  /** A brief difference shows one change more for so many characters. */
  private static final int EACH_CHANGE = 20;

  private WordDiff() {}

  /** The parts in reading order, whole. */
  public static List<Part> of(String before, String after) {
    return of(before, after, String::equals);
  }

  /**
   * The same, where some words count as one though they are spelled differently.
   *
   * @param same whether two words do; what is kept is spelled as before
   */
  public static List<Part> of(String before, String after, BiPredicate<String, String> same) {
    List<String> old = words(before);
    List<String> now = words(after);
    int start = 0;
    int least = Math.min(old.size(), now.size());
    while (start < least && same.test(old.get(start), now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && same.test(old.get(old.size() - 1 - end), now.get(now.size() - 1 - end))) {
      end++;
    }
    Parts parts = new Parts();
    parts.add(Kind.KEPT, old.subList(0, start));
    middle(parts, old.subList(start, old.size() - end), now.subList(start, now.size() - end), same);
    parts.add(Kind.KEPT, old.subList(old.size() - end, old.size()));
    return parts.list();
  }

  /**
   * The first of the parts, with long unchanged stretches left out.
   *
   * @param longest so many characters are shown of all that was removed, and of all that was added;
   *     the fewer, the fewer changes and the less of what is around them
   */
  public static List<Part> brief(String before, String after, int longest) {
    Brief brief = new Brief(longest);
    for (Part part : of(before, after)) {
      if (!brief.takes(part)) {
        return brief.cutShort();
      }
      brief.add(part);
    }
    return List.copyOf(brief.list);
  }

  /** A brief difference in the making. */
  private static final class Brief {
    private final List<Part> list = new ArrayList<>();
    private final Map<Kind, Integer> room = new EnumMap<>(Kind.class);
    private final int context;
    private int changes;

    Brief(int longest) {
      context = Math.min(CONTEXT, longest / 2);
      changes = Math.max(2, longest / EACH_CHANGE);
      room.put(Kind.REMOVED, longest);
      room.put(Kind.ADDED, longest);
    }

    boolean takes(Part part) {
      return part.kind == Kind.KEPT || (room(part) > 0 && changes > 0);
    }

    void add(Part part) {
      if (part.kind == Kind.KEPT) {
        keep(part.text);
        return;
      }
      changes--;
      int length = part.text.length();
      list.add(new Part(part.kind, part.text.substring(0, whole(part.text, room(part)))));
      if (length > room(part)) {
        list.add(new Part(Kind.SKIPPED, ""));
      }
      room.put(part.kind, Math.max(0, room(part) - length));
    }

    private void keep(String text) {
      if (text.length() <= 2 * context) {
        list.add(new Part(Kind.KEPT, text));
        return;
      }
      list.add(new Part(Kind.KEPT, text.substring(0, whole(text, context))));
      list.add(new Part(Kind.SKIPPED, ""));
      list.add(new Part(Kind.KEPT, text.substring(whole(text, text.length() - context))));
    }

    private int room(Part part) {
      return room.getOrDefault(part.kind, 0);
    }

    List<Part> cutShort() {
      list.add(new Part(Kind.SKIPPED, ""));
      return List.copyOf(list);
    }
  }

  /** The beginning of a text, so long at most, with dots if there is more. */
  public static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, whole(text, longest - 1)) + "…";
  }

  /** A place that does not cut a character in two. */
  private static int whole(String text, int at) {
    if (at >= text.length()) {
      return text.length();
    }
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Texts that have little in common are easier to read one after the other. */
  private static void middle(
      Parts parts, List<String> old, List<String> now, BiPredicate<String, String> same) {
    if (old.size() + now.size() > MOST_WORDS || old.isEmpty() || now.isEmpty()) {
      parts.add(Kind.REMOVED, old);
      parts.add(Kind.ADDED, now);
      return;
    }
    List<AbstractDelta<String>> deltas = DiffUtils.diff(old, now, same).getDeltas();
    Parts mixed = new Parts();
    int at = 0;
    int keptWords = 0;
    for (AbstractDelta<String> delta : deltas) {
      int from = delta.getSource().getPosition();
      keptWords += mixed.keep(old.subList(at, from));
      mixed.change(delta.getSource().getLines(), delta.getTarget().getLines());
      at = from + delta.getSource().size();
    }
    keptWords += mixed.keep(old.subList(at, old.size()));
    if (keptWords * 4 < countWords(old)) {
      parts.add(Kind.REMOVED, old);
      parts.add(Kind.ADDED, now);
    } else {
      parts.add(mixed);
    }
  }

  private static int countWords(List<String> tokens) {
    return (int) tokens.stream().filter(WordDiff::isWord).count();
  }

  private static boolean isWord(String token) {
    return Character.isLetterOrDigit(token.codePointAt(0));
  }

  /** Collects parts, leaving out empty ones; changes with only spaces between them become one. */
  private static final class Parts {
    private final List<Part> list = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    void add(Kind kind, List<String> tokens) {
      flush();
      put(kind, tokens);
    }

    void add(Parts others) {
      flush();
      list.addAll(others.list());
    }

    /** Returns how many words are kept. */
    int keep(List<String> tokens) {
      int words = countWords(tokens);
      if (words == 0 && !(removed.isEmpty() && added.isEmpty())) {
        removed.addAll(tokens);
        added.addAll(tokens);
      } else {
        add(Kind.KEPT, tokens);
      }
      return words;
    }

    void change(List<String> old, List<String> now) {
      removed.addAll(old);
      added.addAll(now);
    }

    private void flush() {
      put(Kind.REMOVED, removed);
      put(Kind.ADDED, added);
      removed.clear();
      added.clear();
    }

    private void put(Kind kind, List<String> tokens) {
      if (!tokens.isEmpty()) {
        list.add(new Part(kind, String.join("", tokens)));
      }
    }

    List<Part> list() {
      flush();
      return List.copyOf(list);
    }
  }
}
