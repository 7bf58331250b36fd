package org.sverka.google;

import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.Revision;
import com.google.api.services.drive.model.User;
import java.time.InstantSource;
import java.util.List;
import org.sverka.google.LiveCheck.Connection;
import org.sverka.sheet.SheetNews;

/** What Drive says of the spreadsheet. */
final class LiveDrive {
  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";

  private final Connection to;
  private final DriveApi api;
  private final String file;

  LiveDrive(Connection to) {
    this.to = to;
    this.api = DriveApi.of(to.settings(), to.settings().limits(), to.access(), to.failures());
    this.file = to.settings().spreadsheetId();
  }

  /** That the file is a spreadsheet, not in the bin, and that we may edit it. */
  String file() {
    File seen = api.file(file, "id,mimeType,trashed,version,capabilities(canEdit)");
    if (Boolean.TRUE.equals(seen.getTrashed())) {
      throw to.failures().trashed();
    }
    if (!SPREADSHEET.equals(seen.getMimeType())) {
      throw LiveReport.notOk("drive-other", Words.foreign(Absent.text(seen.getMimeType())));
    }
    File.Capabilities may = seen.getCapabilities();
    if (may != null && Boolean.FALSE.equals(may.getCanEdit())) {
      throw LiveReport.notOk("drive-reader", to.access().shown());
    }
    return LiveReport.detail("drive-version", String.valueOf(seen.getVersion()));
  }

  /** That changes can be asked for, and from where on the next time. */
  String news() {
    ChangeList changes = api.changes(place());
    if (Absent.text(changes.getNewStartPageToken()).isEmpty()) {
      throw LiveReport.notOk("drive-no-token");
    }
    return "";
  }

  /** That revisions can be asked for, and whether they have what tells the party. */
  String revisions() {
    List<Revision> revisions = Absent.list(api.revisions(file, "").getRevisions());
    long named = revisions.stream().filter(LiveDrive::isNamed).count();
    return LiveReport.detail("drive-named", revisions.size(), named);
  }

  /** Whose token it is; persons are not named. */
  String account() {
    String known = api.account();
    return known.equals(to.access().account()) ? to.access().shown() : "";
  }

  /** That a channel can be opened; it is closed again. */
  String channel(String address) {
    PushChannel channel = new PushChannel(api, address, InstantSource.system(), System::nanoTime);
    try {
      channel.tend(place());
      SheetNews.Channel status = channel.status();
      if (status.state() != SheetNews.Channel.State.OPEN) {
        throw LiveReport.notOk("drive-no-channel", status.error());
      }
      return LiveReport.detail("drive-ends", status.ends().map(Object::toString).orElse(""));
    } finally {
      channel.close();
    }
  }

  private String place() {
    String token = api.startPageToken();
    if (token.isEmpty()) {
      throw LiveReport.notOk("drive-no-token");
    }
    return token;
  }

  private static boolean isNamed(Revision revision) {
    User user = revision.getLastModifyingUser();
    return user != null && !Absent.text(user.getEmailAddress()).isEmpty();
  }
}
