package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.client.json.GenericJson;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.StartPageToken;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.sverka.local.ApiRequest.Answer;
import org.sverka.local.WorkbookStore.Change;

/** The calls on {@code /drive/v3} that a spreadsheet needs. */
final class DriveRoutes implements ApiHandler.Call {
  private static final String SPREADSHEET = "application/vnd.google-apps.spreadsheet";
  private static final FieldMask SHORT = FieldMask.parse("kind,id,name,mimeType");
  private static final FieldMask SHORT_CHANGES =
      FieldMask.parse(
          "kind,newStartPageToken,nextPageToken,changes(kind,type,changeType,time,removed,fileId,file(kind,id,name,mimeType))");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final LocalSheets sheets;

  private DriveRoutes(LocalSheets sheets) {
    this.sheets = sheets;
  }

  static ApiHandler.Call of(LocalSheets sheets) {
    return new DriveRoutes(sheets);
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    ApiPath path = request.path();
    String call = request.method() + " " + String.join("/", path.segments());
    if (path.size() == 2 && path.get(0).equals("files")) {
      return switch (request.method()) {
        case "GET" -> get(request, path.get(1));
        case "DELETE" -> delete(request, path.get(1));
        default -> throw ApiException.unsupported(call);
      };
    }
    return switch (call) {
      case "POST files" -> create(request);
      case "GET changes/startPageToken" -> startPageToken(request);
      case "GET changes" -> changes(request);
      default -> throw ApiException.unsupported(call);
    };
  }

  private Answer get(ApiRequest request, String id) {
    request.requireQuery(
        "supportsAllDrives",
        "supportsTeamDrives",
        "includeItemsFromAllDrives",
        "acknowledgeAbuse",
        "includeLabels",
        "includePermissionsForView");
    ObjectNode file = file(need(id).current(), request.baseUrl());
    return Answer.ok(fields(request, File.class).orElse(SHORT).filter(file));
  }

  private Answer delete(ApiRequest request, String id) {
    request.requireQuery("supportsAllDrives", "supportsTeamDrives", "enforceSingleParent");
    sheets.remove(need(id).current().id());
    return new Answer(204, null);
  }

  private Answer create(ApiRequest request) {
    request.requireQuery("supportsAllDrives", "supportsTeamDrives");
    Params body = new Params(request.body(File.class, ""), "");
    if (!body.text("mimeType", "").equals(SPREADSHEET)) {
      throw ApiException.unsupported("files that are not spreadsheets");
    }
    WorkbookProperties properties =
        new WorkbookProperties(
            body.text("name", "Untitled"),
            WorkbookProperties.DEFAULT_LOCALE,
            WorkbookProperties.DEFAULT_ZONE,
            WorkbookProperties.DEFAULT_RECALC);
    body.done();
    Document document =
        sheets.create(properties, draft -> draft.addTab(0, LocalSheets.firstTab(properties)));
    return Answer.ok(
        fields(request, File.class)
            .orElse(SHORT)
            .filter(file(document.current(), request.baseUrl())));
  }

  private static Optional<FieldMask> fields(ApiRequest request, Class<? extends GenericJson> type) {
    try {
      return request.fields(type);
    } catch (ApiException e) {
      String mask = request.text("fields").orElse("");
      throw new DriveProblem("Invalid field selection " + mask, "invalidParameter", "fields")
          .exception();
    }
  }

  private Document need(String id) {
    return sheets
        .find(id)
        .orElseThrow(
            () ->
                new DriveProblem("File not found: " + id + ".", "notFound", "fileId").exception());
  }

  private Answer startPageToken(ApiRequest request) {
    request.requireQuery("supportsAllDrives", "supportsTeamDrives", "driveId", "teamDriveId");
    ObjectNode json = Json.object().put("kind", "drive#startPageToken");
    json.put("startPageToken", Long.toString(sheets.store().nextChange()));
    return Answer.ok(fields(request, StartPageToken.class).orElse(FieldMask.ALL).filter(json));
  }

  private Answer changes(ApiRequest request) {
    request.requireQuery(
        "pageToken",
        "pageSize",
        "includeItemsFromAllDrives",
        "supportsAllDrives",
        "includeRemoved",
        "includeCorpusRemovals",
        "restrictToMyDrive",
        "spaces",
        "supportsTeamDrives",
        "includeTeamDriveItems");
    long from = number(request.text("pageToken").orElse(""), "pageToken");
    int size =
        (int)
            Math.min(LARGEST_PAGE, number(request.text("pageSize").orElse("" + PAGE), "pageSize"));
    long next = sheets.store().nextChange();
    List<Change> page = sheets.store().changesFrom(from, size + 1);
    ObjectNode json = Json.object().put("kind", "drive#changeList");
    if (page.size() > size) {
      json.put("nextPageToken", Long.toString(page.get(size).number()));
    } else {
      json.put("newStartPageToken", Long.toString(next));
    }
    ArrayNode list = json.putArray("changes");
    page.stream().limit(size).forEach(change -> list.add(change(change, request.baseUrl())));
    return Answer.ok(fields(request, ChangeList.class).orElse(SHORT_CHANGES).filter(json));
  }

  private ObjectNode change(Change change, String baseUrl) {
    ObjectNode json =
        Json.object().put("kind", "drive#change").put("type", "file").put("changeType", "file");
    json.put("time", TIME.format(Instant.parse(change.at()))).put("removed", change.removed());
    json.put("fileId", change.workbookId());
    Optional<Document> document =
        change.removed() ? Optional.empty() : sheets.find(change.workbookId());
    document.ifPresent(open -> json.set("file", file(open.current(), baseUrl)));
    return json;
  }

  private static long number(String text, String name) {
    try {
      long value = Long.parseLong(text);
      if (value > 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new DriveProblem("Invalid Value", "invalid", name).exception();
  }

  private static ObjectNode file(Workbook book, String baseUrl) {
    ObjectNode json = Json.object();
    json.put("kind", "drive#file").put("id", book.id()).put("name", book.properties().title());
    json.put("mimeType", SPREADSHEET)
        .put("starred", false)
        .put("trashed", false)
        .put("explicitlyTrashed", false);
    json.put("version", Long.toString(book.revision()));
    json.put("webViewLink", baseUrl + "/spreadsheets/d/" + book.id() + "/edit");
    json.put("createdTime", TIME.format(book.createdAt()))
        .put("modifiedTime", TIME.format(book.modifiedAt()));
    ObjectNode capabilities = json.putObject("capabilities");
    for (String name :
        List.of("canEdit", "canRename", "canDelete", "canDownload", "canReadRevisions")) {
      capabilities.put(name, !name.equals("canReadRevisions"));
    }
    return json;
  }

  /** A refusal in Drive's form, which lists its errors. */
  private record DriveProblem(String message, String reason, String parameter) {
    ApiException exception() {
      int code = reason.equals("notFound") ? 404 : 400;
      ArrayNode errors = Json.array();
      errors
          .addObject()
          .put("message", message)
          .put("domain", "global")
          .put("reason", reason)
          .put("location", parameter)
          .put("locationType", "parameter");
      return ApiException.drive(code, message, errors);
    }
  }
}
