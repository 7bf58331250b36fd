package org.sverka.google;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.sverka.sheet.Push;
import org.sverka.sheet.SheetNews;

/** The way in: the news of all sheets of one credential. */
public final class GoogleDrive {
  private GoogleDrive() {}

  /**
   * News of the sheets. Nothing is sent yet.
   *
   * @param access as whom one asks
   * @param files ids of the spreadsheets
   * @param place where one has read to, for each account that is asked as
   * @param publicUrl how Google reaches the public port; without https it can't, and there are no
   *     pushes
   * @param nanos a monotonic clock
   */
  public static SheetNews connect(
      GoogleSettings settings,
      Access access,
      Collection<String> files,
      PageToken place,
      String publicUrl,
      InstantSource clock,
      LongSupplier nanos) {
    Failures failures = new Failures(settings.spreadsheetId(), access::shown);
    DriveApi api = DriveApi.of(settings, settings.limits(), access, failures);
    PushChannel channel = new PushChannel(api, address(publicUrl), clock, nanos);
    return new DriveNews(
        api, channel, place, files, id -> new Failures(id, access::shown).trashed());
  }

  /** Where pushes are to go; empty if Google can't reach that. */
  static String address(String publicUrl) {
    return publicUrl.startsWith("https://") ? publicUrl.replaceAll("/+$", "") + Push.PATH : "";
  }
}
