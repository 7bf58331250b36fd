package org.sverka.local;

import com.google.api.services.drive.model.File;
import java.time.Instant;
import org.sverka.local.ApiRequest.Answer;

/** What the calls of Drive work on: the files, their users, and how much of the news is told. */
final class DriveCatalog {
  private static final FieldMask SHORT = FieldMask.parse("kind,id,name,mimeType");

  private final LocalSheets sheets;
  private final DriveSettings settings;
  private final DriveLag lag;

  DriveCatalog(LocalSheets sheets, DriveSettings settings, DriveLag lag) {
    this.sheets = sheets;
    this.settings = settings;
    this.lag = lag;
  }

  LocalSheets sheets() {
    return sheets;
  }

  DriveSettings settings() {
    return settings;
  }

  FileStore files() {
    return sheets.files();
  }

  Horizon horizon() {
    return lag.horizon(sheets.clock());
  }

  Instant now() {
    return sheets.clock().instant();
  }

  /** Finds a file or answers as Drive does. */
  DriveFile need(String id) {
    if (DriveFile.folder(id).equals(DriveFile.ROOT)) {
      throw ApiException.unsupported("folders");
    }
    return files()
        .find(id, horizon())
        .orElseThrow(() -> DriveProblem.notFound("File", id, "fileId"));
  }

  /** Answers as Drive does where there is no such file. */
  void require(String id) {
    if (!need(id).id().equals(id)) {
      throw new IllegalStateException("Found another file than " + id);
    }
  }

  /** Finds the workbook of a file or answers as Drive does. */
  Document document(String id) {
    String known = need(id).id();
    return sheets.find(known).orElseThrow(() -> DriveProblem.notFound("File", id, "fileId"));
  }

  /** Answers with a file, as much of it as is asked for. */
  Answer answer(ApiRequest request, String id) {
    return Answer.ok(
        DriveParams.fields(request, File.class, SHORT)
            .filter(new DriveFileJson(settings, request.baseUrl()).write(need(id))));
  }
}
