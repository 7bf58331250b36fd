package org.sverka.torture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call as strace shows it.
 *
 * @param ordinal the how manieth of its name it is in its thread, from 1
 */
record Call(int thread, String name, int ordinal, String arguments, String result) {
  private static final Pattern LINE =
      Pattern.compile("(\\d+) +([a-z0-9_]+)\\((.*)\\) += (.*)", Pattern.DOTALL);
  private static final Pattern UNFINISHED =
      Pattern.compile("(\\d+) +(.*?) ?<unfinished \\.\\.\\.>");
  private static final Pattern RESUMED =
      Pattern.compile("(\\d+) +<\\.\\.\\. [a-z0-9_]+ resumed>(.*)");
  private static final Pattern OPEN_FILE = Pattern.compile("^\\d+<([^>]*)>");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

  /** The calls of a trace in the order in which they ended. */
  static List<Call> parse(List<String> lines) {
    List<Call> calls = new ArrayList<>();
    Map<String, String> halves = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (String raw : lines) {
      String line = raw;
      Matcher unfinished = UNFINISHED.matcher(line);
      if (unfinished.matches()) {
        halves.put(unfinished.group(1), unfinished.group(2));
        continue;
      }
      Matcher resumed = RESUMED.matcher(line);
      if (resumed.matches()) {
        String half = halves.remove(resumed.group(1));
        line = resumed.group(1) + " " + half + resumed.group(2);
      }
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        int count = counts.merge(matcher.group(1) + matcher.group(2), 1, Integer::sum);
        calls.add(
            new Call(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2),
                count,
                matcher.group(3),
                matcher.group(4)));
      }
    }
    return calls;
  }

  boolean isInjected() {
    return result.contains("(INJECTED");
  }

  boolean hasFailed() {
    return result.startsWith("-1") || result.startsWith("?");
  }

  /** The file of the descriptor that is the first argument; empty if that is none. */
  String openFile() {
    Matcher matcher = OPEN_FILE.matcher(arguments);
    return matcher.find() ? matcher.group(1).replace(" (deleted)", "") : "";
  }

  /** Texts among the arguments, unescaped. */
  List<byte[]> texts() {
    List<byte[]> texts = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(arguments);
    while (matcher.find()) {
      texts.add(unescaped(matcher.group(1)));
    }
    return texts;
  }

  /** The how manieth text, as a path. */
  String path(int index) {
    List<byte[]> texts = texts();
    return index < texts.size() ? new String(texts.get(index), StandardCharsets.UTF_8) : "";
  }

  /** Whether it is about something in that folder, or the folder. */
  boolean touches(String folder) {
    return openFile().startsWith(folder)
        || arguments.contains("\"" + folder)
        || arguments.contains("<" + folder);
  }

  /** The last number among the arguments. */
  long lastNumber() {
    return Long.parseLong(arguments.substring(arguments.lastIndexOf(',') + 1).strip());
  }

  private static byte[] unescaped(String text) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\') {
        bytes.write(c);
        continue;
      }
      char kind = text.charAt(i++);
      switch (kind) {
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case 'r' -> bytes.write('\r');
        case 'v' -> bytes.write(11);
        case 'f' -> bytes.write('\f');
        case 'x' -> {
          bytes.write(Integer.parseInt(text.substring(i, i + 2), 16));
          i += 2;
        }
        default -> {
          if (kind >= '0' && kind <= '7') {
            int end = i;
            while (end < text.length()
                && end < i + 2
                && text.charAt(end) >= '0'
                && text.charAt(end) <= '7') {
              end++;
            }
            bytes.write(Integer.parseInt(text.substring(i - 1, end), 8));
            i = end;
          } else {
            bytes.write(kind);
          }
        }
      }
    }
    return bytes.toByteArray();
  }
}
