package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.util.Sleeper;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.sverka.sheet.SheetNews;

/** The way in: the news of all sheets of one credential. */
public final class GoogleDrive {
  /** Where on the public port pushes go. */
  public static final String HOOK = "/hooks/drive";

  private GoogleDrive() {}

  /**
   * News of the sheets. Nothing is sent yet.
   *
   * @param quota that of the credentials
   * @param files ids of the spreadsheets
   * @param place where one has read to
   * @param publicUrl how Google reaches the public port; without https it can't, and there are no
   *     pushes
   * @param nanos a monotonic clock
   * @throws org.sverka.sheet.SheetException if the credentials file is not usable
   */
  public static SheetNews connect(
      GoogleSettings settings,
      Quota quota,
      Collection<String> files,
      PageToken place,
      String publicUrl,
      InstantSource clock,
      LongSupplier nanos) {
    HttpRequestInitializer signer = request -> {};
    Supplier<String> account = () -> "";
    if (!settings.anonymous()) {
      Login login = new Login(Path.of(settings.credentialsFile()));
      signer = login;
      account = login::account;
    }
    Supplier<String> known = account;
    Failures failures = new Failures(settings.spreadsheetId(), known);
    Calls calls = new Calls(settings.limits(), failures, Sleeper.DEFAULT, Purse.drive(quota));
    DriveApi api = new DriveApi(settings, signer, calls);
    PushChannel channel = new PushChannel(api, address(publicUrl), clock, nanos);
    return new DriveNews(api, channel, place, files, id -> new Failures(id, known).trashed());
  }

  private static String address(String publicUrl) {
    return publicUrl.startsWith("https://") ? publicUrl.replaceAll("/+$", "") + HOOK : "";
  }
}
