package org.sverka.web.page;

import java.util.List;
import org.sverka.text.Messages;

/**
 * What is around the content of every page.
 *
 * @param title of the window
 * @param trail where the page stands, from the top; the last is the page itself
 * @param stale what to say if the sheet cannot be read; empty if it can
 * @param forms other forms of the same, for the foot of the page and for programs that look for
 *     them
 * @param description a sentence for search engines and for those who are sent a link; empty if the
 *     page is not for them
 * @param address of the page without filters, absolute; empty likewise
 * @param picture of what the page shows, absolute; empty if there is none
 * @param zone the name of the zone of all times on the page; empty if there are none
 */
public record Shell(
    Messages words,
    String title,
    List<Crumb> trail,
    String stale,
    List<Form> forms,
    Assets assets,
    String description,
    String address,
    String picture,
    String zone) {
  /** A step of the trail. */
  public record Crumb(String href, String label) {}

  /**
   * Another form.
   *
   * @param type its media type; empty if it is not the same in another form
   */
  public record Form(String href, String label, String type) {}

  /**
   * The same, to be found and passed on.
   *
   * @param path of the page
   * @param shown path of its picture; empty if there is none
   */
  Shell describedAs(String sentence, String path, String shown) {
    String home = assets.publicUrl();
    String whole = shown.isEmpty() ? "" : home + shown;
    return new Shell(words, title, trail, stale, forms, assets, sentence, home + path, whole, zone);
  }

  /** The same, with times of that zone. */
  Shell in(String name) {
    return new Shell(
        words, title, trail, stale, forms, assets, description, address, picture, name);
  }
}
