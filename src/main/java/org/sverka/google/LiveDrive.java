package org.sverka.google;

import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.json.GenericJson;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.User;
import java.io.IOException;
import org.sverka.google.LiveCheck.Connection;

/** What Drive says of the spreadsheet. */
final class LiveDrive {
  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  private final Connection to;
  private final Drive drive;
  private final Calls calls;

  LiveDrive(Connection to) {
    this.to = to;
    GoogleSettings settings = to.settings();
    this.drive = DriveClient.of(settings, settings.limits(), to.access().signer());
    this.calls = to.access().drive(settings.limits(), to.failures());
  }

  /** That the file is a spreadsheet, not in the bin, and that we may edit it. */
  String file() {
    File file =
        ask(
            () ->
                drive
                    .files()
                    .get(to.settings().spreadsheetId())
                    .setSupportsAllDrives(true)
                    .setFields("id,mimeType,trashed,version,capabilities(canEdit)"));
    if (Boolean.TRUE.equals(file.getTrashed())) {
      throw to.failures().trashed();
    }
    if (!SPREADSHEET.equals(file.getMimeType())) {
      throw LiveReport.notOk("drive-other", Words.foreign(Absent.text(file.getMimeType())));
    }
    File.Capabilities may = file.getCapabilities();
    if (may != null && Boolean.FALSE.equals(may.getCanEdit())) {
      throw LiveReport.notOk("drive-reader", to.access().account());
    }
    return LiveReport.detail("drive-version", String.valueOf(file.getVersion()));
  }

  /** That changes can be asked for. */
  String news() {
    String token =
        Absent.text(
            ask(() -> drive.changes().getStartPageToken().setFields("startPageToken"))
                .getStartPageToken());
    if (token.isEmpty()) {
      throw LiveReport.notOk("drive-no-token");
    }
    return "";
  }

  /** Whose token it is. */
  String account() {
    User user = ask(() -> drive.about().get().setFields("user(emailAddress)")).getUser();
    return user == null ? "" : Words.foreign(Absent.text(user.getEmailAddress()));
  }

  private <T extends GenericJson> T ask(Building<T> building) {
    try {
      AbstractGoogleJsonClientRequest<T> request = building.build();
      request.setReturnRawInputStream(true);
      return calls.read(request);
    } catch (IOException e) {
      throw new IllegalStateException("Building a request does no input or output", e);
    }
  }

  /** Makes a request of the client, which declares an exception that it does not throw. */
  private interface Building<T> {
    AbstractGoogleJsonClientRequest<T> build() throws IOException;
  }
}
