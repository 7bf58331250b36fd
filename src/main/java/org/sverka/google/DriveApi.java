package org.sverka.google;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.Channel;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.StartPageToken;

/** The requests that Sverka sends about the files of an account. */
final class DriveApi {
  private static final String CHANGES =
      "newStartPageToken,nextPageToken,changes(fileId,removed,file(trashed))";
  private static final int PAGE = 1000;

  private final Drive drive;
  private final Calls calls;

  DriveApi(GoogleSettings settings, HttpRequestInitializer login, Calls calls) {
    this.calls = calls;
    this.drive = DriveClient.of(settings, settings.limits(), login);
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

  /** Whether a file is in the bin. */
  File file(String id) {
    return calls.read(
        SheetsApi.built(() -> drive.files().get(id).setSupportsAllDrives(true), "id,trashed"));
  }
}
