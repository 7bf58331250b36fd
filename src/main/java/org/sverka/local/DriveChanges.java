package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.StartPageToken;
import java.util.List;
import org.sverka.local.ApiRequest.Answer;

/** The log of changes: oldest first, each file with its newest change only. */
final class DriveChanges {
  private static final FieldMask SHORT =
      FieldMask.parse(
          "kind,newStartPageToken,nextPageToken,changes(kind,type,changeType,time,removed,fileId,file(kind,id,name,mimeType))");
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final DriveCatalog catalog;

  DriveChanges(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  Answer startPageToken(ApiRequest request) {
    DriveParams.require(request);
    ObjectNode json = Json.object().put("kind", "drive#startPageToken");
    json.put("startPageToken", Long.toString(catalog.files().nextChange(catalog.horizon())));
    return Answer.ok(DriveParams.fields(request, StartPageToken.class, FieldMask.ALL).filter(json));
  }

  Answer list(ApiRequest request) {
    DriveParams.require(request, "pageToken", "pageSize", "includeRemoved", "spaces");
    long from = pageToken(request);
    int size = DriveParams.pageSize(request, PAGE, LARGEST_PAGE);
    FieldMask mask = DriveParams.fields(request, ChangeList.class, SHORT);
    Horizon horizon = catalog.horizon();
    // Asked for first: what comes after it is on the next page or the next list, never on neither.
    long next = catalog.files().nextChange(horizon);
    List<FileChange> page = catalog.files().changesFrom(from, horizon, size + 1);
    ObjectNode json = Json.object().put("kind", "drive#changeList");
    if (page.size() > size) {
      json.put("nextPageToken", Long.toString(page.get(size).number()));
    } else {
      json.put("newStartPageToken", Long.toString(Math.max(from, next)));
    }
    boolean removed = request.text("includeRemoved").isEmpty() || request.flag("includeRemoved");
    ArrayNode list = json.putArray("changes");
    page.stream()
        .limit(size)
        .filter(change -> removed || change.kind() != FileChange.Kind.REMOVE)
        .forEach(change -> list.add(change(change, horizon, request.baseUrl())));
    return Answer.ok(mask.filter(json));
  }

  /** The page token of a request about changes. Says 400 where there is none, or none of ours. */
  long pageToken(ApiRequest request) {
    String text =
        request
            .text("pageToken")
            .orElseThrow(() -> DriveProblem.required("pageToken", "Required parameter: pageToken"));
    long token = DriveParams.number(text, "pageToken");
    if (token < 1 || token > catalog.files().nextChange(Horizon.NONE)) {
      throw DriveProblem.invalid("pageToken");
    }
    return token;
  }

  private ObjectNode change(FileChange change, Horizon horizon, String baseUrl) {
    boolean removed = change.kind() == FileChange.Kind.REMOVE;
    ObjectNode json =
        Json.object().put("kind", "drive#change").put("type", "file").put("changeType", "file");
    json.put("time", DriveFileJson.time(change.at()));
    json.put("removed", removed).put("fileId", change.fileId());
    if (!removed) {
      catalog
          .files()
          .find(change.fileId(), horizon)
          .ifPresent(
              file -> json.set("file", new DriveFileJson(catalog.settings(), baseUrl).write(file)));
    }
    return json;
  }
}
