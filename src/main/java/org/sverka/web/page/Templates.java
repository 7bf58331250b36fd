package org.sverka.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sverka.feed.FeedView;
import org.sverka.text.Messages;

/** The templates, their words, and what is around the content of every page. */
public final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.sverka.web.templates");
  private final Messages messages;
  private final Assets assets;

  public Templates(Messages messages, Assets assets) {
    this.messages = messages;
    this.assets = assets;
  }

  Messages messages() {
    return messages;
  }

  Assets assets() {
    return assets;
  }

  /** What to say if the sheet cannot be read; empty if it can. */
  String stale(FeedView view, Words words) {
    return view.staleSince()
        .map((Instant since) -> messages.text("stale", words.moment(since).text()))
        .orElse("");
  }

  Shell shell(String title, List<Shell.Crumb> trail, String stale, List<Shell.Form> forms) {
    return new Shell(messages, title, trail, stale, forms, assets, "", "", "", "");
  }

  byte[] write(String template, Shell shell, Object page) {
    return write(template, Map.of("shell", shell, "page", page));
  }

  byte[] write(String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, parameters, output);
    return output.toByteArray();
  }

  /** What a template without parameters says. */
  String text(String template) {
    StringOutput output = new StringOutput();
    engine.render(template, Map.of(), output);
    return output.toString();
  }
}
