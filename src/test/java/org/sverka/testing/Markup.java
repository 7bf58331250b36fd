package org.sverka.testing;

import java.util.ArrayList;
import java.util.List;

/** Texts that become script wherever they are taken for markup (OWASP, «XSS Filter Evasion»). */
public final class Markup {
  private static final String RUN = "window.hacked=1";

  private static final List<String> TAGS =
      List.of(
          "<img src=x onerror=%s>",
          "<IMG SRC=x ONERROR=\"%s\">",
          "<img/src=x/onerror='%s'>",
          "<img src=`x` onerror=%s>",
          "<img src=x:x onerror\n=\n%s>",
          "<image src=x onerror=%s>",
          "<svg onload=%s>",
          "<svg/onload=%s//",
          "<svg><script>%s</script></svg>",
          "<svg><a xlink:href=javascript:%s><text y=20>x</text></a></svg>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<math><mi xlink:href=javascript:%s>x</mi></math>",
          "<body onload=%s>",
          "<iframe src=javascript:%s>",
          "<iframe srcdoc=\"<script>parent.%s</script>\">",
          "<object data=javascript:%s>",
          "<embed src=javascript:%s>",
          "<video src=x onerror=%s>",
          "<video><source onerror=%s>",
          "<audio src=x onerror=%s>",
          "<details open ontoggle=%s>",
          "<input autofocus onfocus=%s>",
          "<select autofocus onfocus=%s>",
          "<textarea autofocus onfocus=%s>",
          "<marquee onstart=%s>",
          "<form><button formaction=javascript:%s>x",
          "<a href=javascript:%s>x</a>",
          "<a href=\"jav&#x09;ascript:%s\">x</a>",
          "<a href=\" &#14; javascript:%s\">x</a>",
          "<base href=javascript:%s//>",
          "<link rel=stylesheet href=javascript:%s>",
          "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
          "<style>@import 'javascript:%s'</style>",
          "<div style=\"background:url(javascript:%s)\">",
          "<div onmouseover=%s style=position:fixed;inset:0>x",
          "<div onpointerrawupdate=%s>x",
          "<xss onfocus=%s autofocus tabindex=1>",
          "<script>%s</script>",
          "<SCRIPT>%s</SCRIPT>",
          "<script\u000C>%s</script\u000C>",
          "<scr<script>ipt>%s</scr</script>ipt>",
          "<<script>%s//<</script>",
          "<script/src=data:,%s></script>",
          "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
          "<template><script>%s</script></template>",
          "<table background=javascript:%s>",
          "<isindex type=image src=1 onerror=%s>",
          "<portal src=javascript:%s>",
          "{{constructor.constructor('%s')()}}",
          "${%s}",
          "#{%s}",
          "<%%= %s %%>",
          "javascript:%s",
          "data:text/html,<script>%s</script>");

  private static final List<String> WAYS_OUT =
      List.of("%s", "\">%s", "'>%s", "--></title></style></textarea></script>%s", "]]>%s");

  /** A few hundred. */
  public static final List<String> TEXTS = texts();

  private Markup() {}

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (String way : WAYS_OUT) {
      for (String tag : TAGS) {
        texts.add(way.formatted(tag.formatted(RUN)));
      }
    }
    texts.add("\" onmouseover=\"" + RUN + "\" x=\"");
    texts.add("' autofocus onfocus='" + RUN + "' x='");
    texts.add("` onmouseover=" + RUN + " x=`");
    texts.add("&lt;script&gt;" + RUN + "&lt;/script&gt;");
    texts.add("\\u003cscript\\u003e" + RUN + "\\u003c/script\\u003e");
    texts.add("+ADw-script+AD4-" + RUN + "+ADw-/script+AD4-");
    texts.add("%3Cscript%3E" + RUN + "%3C/script%3E");
    texts.add("\u2028" + RUN + "\u2029//");
    texts.add("*/" + RUN + "/*");
    texts.add("\n\r\nHTTP/1.1 200 OK\r\nX: " + RUN);
    return List.copyOf(texts);
  }
}
