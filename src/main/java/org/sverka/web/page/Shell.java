package org.sverka.web.page;

import java.util.List;
import org.sverka.text.Messages;

/**
 * What is around the content of every page.
 *
 * @param title of the window
 * @param trail where the page stands, from the top; the last is the page itself
 * @param stale what to say if the sheet cannot be read; empty if it can
 * @param links to other forms of the same, for the foot of the page
 */
public record Shell(
    Messages words,
    String title,
    List<Crumb> trail,
    String stale,
    List<Crumb> links,
    String stylePath,
    String iconPath) {
  /** A step of the trail. */
  public record Crumb(String href, String label) {}
}
