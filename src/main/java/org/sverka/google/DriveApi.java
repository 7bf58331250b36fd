package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.Channel;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.RevisionList;
import com.google.api.services.drive.model.StartPageToken;
import com.google.api.services.drive.model.User;

/** The requests that Sverka sends about the files of an account. */
final class DriveApi {
  private static final String CHANGES =
      "newStartPageToken,nextPageToken,changes(fileId,removed,file(trashed))";
  private static final String REVISIONS =
      "nextPageToken,revisions(modifiedTime,lastModifyingUser(me,emailAddress,permissionId))";
  private static final String APPLICATION = "Sverka";
  private static final int PAGE = 1000;

  private final Drive drive;
  private final Calls calls;

  private DriveApi(Drive drive, Calls calls) {
    this.drive = drive;
    this.calls = calls;
  }

  /** With the login and the quota of the sheets. */
  static DriveApi of(GoogleSettings settings, HttpLimits limits, Access access, Failures failures) {
    Drive drive =
        client(settings.driveRootUrl(), settings.applicationName(), limits, access.signer());
    return new DriveApi(drive, access.drive(limits, failures));
  }

  /** With a token that was just had, to ask whose it is. */
  static DriveApi of(String rootUrl, String accessToken) {
    HttpLimits limits = HttpLimits.standard();
    Access access = Access.bearing(accessToken);
    return new DriveApi(
        client(rootUrl, APPLICATION, limits, access.signer()),
        access.drive(limits, new Failures("", access::shown)));
  }

  private static Drive client(
      String rootUrl, String application, HttpLimits limits, HttpRequestInitializer login) {
    return new Drive.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            SheetsApi.initializer(limits, login))
        .setRootUrl(rootUrl)
        .setApplicationName(application)
        .build();
  }

  /** The end of the log of changes at present. */
  String startPageToken() {
    StartPageToken answer =
        calls.read(
            SheetsApi.built(
                () -> drive.changes().getStartPageToken().setSupportsAllDrives(true),
                "startPageToken"));
    return Absent.text(answer.getStartPageToken());
  }

  /** What has changed since that place in the log, of all files of the account; one page of it. */
  ChangeList changes(String pageToken) {
    return calls.read(
        SheetsApi.built(
            () ->
                drive
                    .changes()
                    .list(pageToken)
                    .setPageSize(PAGE)
                    .setIncludeItemsFromAllDrives(true)
                    .setSupportsAllDrives(true),
            CHANGES));
  }

  /** Opens a channel. */
  Channel watch(String pageToken, Channel channel) {
    return calls.write(
        SheetsApi.built(
            () ->
                drive
                    .changes()
                    .watch(pageToken, channel)
                    .setIncludeItemsFromAllDrives(true)
                    .setSupportsAllDrives(true),
            "id,resourceId,expiration"));
  }

  /** Closes a channel, named by its id and that of its resource. */
  void stop(Channel channel) {
    calls.tell(SheetsApi.built(() -> drive.channels().stop(channel), ""));
  }

  /** What the mask names of a file, such as whether it is in the bin. */
  File file(String id, String fields) {
    return calls.read(
        SheetsApi.built(() -> drive.files().get(id).setSupportsAllDrives(true), fields));
  }

  /**
   * Who changed a file when; one page of it.
   *
   * @param pageToken empty for the first
   */
  RevisionList revisions(String fileId, String pageToken) {
    return calls.read(
        SheetsApi.built(
            () ->
                drive
                    .revisions()
                    .list(fileId)
                    .setPageSize(PAGE)
                    .setPageToken(pageToken.isEmpty() ? null : pageToken),
            REVISIONS));
  }

  /** The address of the account that asks; empty if Drive does not tell. */
  String account() {
    User user =
        calls.read(SheetsApi.built(() -> drive.about().get(), "user(emailAddress)")).getUser();
    return user == null ? "" : Absent.text(user.getEmailAddress());
  }
}
