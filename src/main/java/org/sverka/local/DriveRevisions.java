package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.drive.model.Revision;
import com.google.api.services.drive.model.RevisionList;
import java.util.ArrayList;
import java.util.List;
import org.sverka.local.ApiRequest.Answer;

/**
 * The revisions of a file. Edits that one user makes within a few minutes are one revision, which
 * goes by the id of its last edit; so an id that was seen may be gone later, as at Google.
 */
final class DriveRevisions {
  private static final FieldMask SHORT = FieldMask.parse("kind,id,mimeType,modifiedTime");
  private static final FieldMask SHORT_LIST =
      FieldMask.parse("kind,nextPageToken,revisions(kind,id,mimeType,modifiedTime)");
  private static final int PAGE = 200;
  private static final int LARGEST_PAGE = 1000;

  private final DriveCatalog catalog;

  DriveRevisions(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  Answer list(ApiRequest request) {
    DriveParams.require(request, "pageSize", "pageToken");
    int size = DriveParams.pageSize(request, PAGE, LARGEST_PAGE);
    long after =
        request
            .text("pageToken")
            .filter(token -> !token.isEmpty())
            .map(token -> DriveParams.number(token, "pageToken"))
            .orElse(0L);
    FieldMask mask = DriveParams.fields(request, RevisionList.class, SHORT_LIST);
    List<FileChange> rest =
        revisions(request.path().get(1)).stream().filter(edit -> edit.version() > after).toList();
    ObjectNode json = Json.object().put("kind", "drive#revisionList");
    if (rest.size() > size) {
      json.put("nextPageToken", Long.toString(rest.get(size - 1).version()));
    }
    ArrayNode list = json.putArray("revisions");
    rest.stream().limit(size).forEach(edit -> list.add(revision(edit)));
    return Answer.ok(mask.filter(json));
  }

  Answer get(ApiRequest request) {
    DriveParams.require(request);
    FieldMask mask = DriveParams.fields(request, Revision.class, SHORT);
    String id = request.path().get(3);
    List<FileChange> all = revisions(request.path().get(1));
    FileChange found =
        all.stream()
            .filter(edit -> Long.toString(edit.version()).equals(id))
            .findFirst()
            .orElseThrow(() -> DriveProblem.notFound("Revision", id, "revisionId"));
    return Answer.ok(mask.filter(revision(found)));
  }

  private List<FileChange> revisions(String id) {
    String known = catalog.need(id).id();
    List<FileChange> merged = new ArrayList<>();
    for (FileChange edit : catalog.files().changesOf(known, 1, catalog.horizon())) {
      if (!edit.kind().modifies()) {
        continue;
      }
      int last = merged.size() - 1;
      if (last >= 0 && together(merged.get(last), edit)) {
        merged.set(last, edit);
      } else {
        merged.add(edit);
      }
    }
    return merged;
  }

  private static boolean together(FileChange one, FileChange next) {
    long span = FileHistory.MERGED.toMillis();
    return one.editor() == next.editor()
        && one.at().toEpochMilli() / span == next.at().toEpochMilli() / span;
  }

  private ObjectNode revision(FileChange edit) {
    ObjectNode json = Json.object().put("kind", "drive#revision");
    json.put("id", Long.toString(edit.version())).put("mimeType", DriveFile.SPREADSHEET);
    json.put("modifiedTime", DriveFileJson.time(edit.at()));
    json.put("published", false);
    json.set(
        "lastModifyingUser",
        catalog.settings().user(edit.editor()).json(edit.editor() == Editor.SERVICE));
    return json;
  }
}
