package org.sverka.local;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sverka.local.ApiRequest.Answer;

/** Which call a request to {@code /drive/v3} means. Whatever is not in the table is declined. */
final class DriveRoutes implements ApiHandler.Call {
  private static final Set<String> COLLECTIONS = Set.of("files", "permissions", "revisions", "d");
  private static final Set<String> NO_IDS = Set.of("generateIds", "trash");

  private final Map<String, Function<ApiRequest, Answer>> calls;

  private DriveRoutes(Map<String, Function<ApiRequest, Answer>> calls) {
    this.calls = calls;
  }

  static ApiHandler.Call of(DriveCatalog catalog, ChannelHub hub) {
    DriveFiles files = new DriveFiles(catalog);
    DrivePermissions permissions = new DrivePermissions(catalog);
    DriveRevisions revisions = new DriveRevisions(catalog);
    DriveChanges changes = new DriveChanges(catalog);
    DriveWatch watch = new DriveWatch(catalog, changes, hub);
    DriveAbout about = new DriveAbout(catalog);
    return new DriveRoutes(
        Map.ofEntries(
            Map.entry("GET about", about::about),
            Map.entry("GET files", new DriveList(catalog)::list),
            Map.entry("POST files", files::create),
            Map.entry("GET files/id", files::get),
            Map.entry("PATCH files/id", files::update),
            Map.entry("DELETE files/id", files::delete),
            Map.entry("POST files/id/copy", files::copy),
            Map.entry("GET files/id/export", new DriveExport(catalog)::export),
            Map.entry("POST files/id/watch", watch::watchFile),
            Map.entry("GET files/id/comments", about::comments),
            Map.entry("GET files/id/permissions", permissions::list),
            Map.entry("POST files/id/permissions", permissions::create),
            Map.entry("GET files/id/permissions/id", permissions::get),
            Map.entry("PATCH files/id/permissions/id", permissions::update),
            Map.entry("DELETE files/id/permissions/id", permissions::delete),
            Map.entry("GET files/id/revisions", revisions::list),
            Map.entry("GET files/id/revisions/id", revisions::get),
            Map.entry("GET files/generateIds", files::generateIds),
            Map.entry("DELETE files/trash", files::emptyTrash),
            Map.entry("GET changes", changes::list),
            Map.entry("GET changes/startPageToken", changes::startPageToken),
            Map.entry("POST changes/watch", watch::watchChanges),
            Map.entry("POST channels/stop", watch::stop)));
  }

  /** The calls below {@code /upload/drive}. */
  static ApiHandler.Call uploads(DriveCatalog catalog) {
    DriveUpload upload = new DriveUpload(catalog);
    return new DriveRoutes(
        Map.of("PUT v2/files/id", upload::updateV2, "PATCH v3/files/id", upload::update));
  }

  /** The downloads below {@code /spreadsheets}. */
  static ApiHandler.Call downloads(DriveCatalog catalog) {
    return new DriveRoutes(Map.of("GET d/id/export", new DriveExport(catalog)::page));
  }

  @Override
  public Answer carryOut(ApiRequest request) {
    String call = request.method() + " " + shape(request.path());
    try {
      Function<ApiRequest, Answer> known = calls.get(call);
      if (known == null) {
        throw ApiException.unsupported(call);
      }
      return known.apply(request);
    } catch (ApiException e) {
      throw DriveProblem.from(e);
    }
  }

  /**
   * The path with its ids, which follow the names of collections, under one name: {@code
   * files/id/copy}.
   */
  static String shape(ApiPath path) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      String before = i == 0 ? "" : path.get(i - 1);
      boolean id = COLLECTIONS.contains(before) && !NO_IDS.contains(path.get(i));
      shape.append(i == 0 ? "" : "/").append(id ? "id" : path.get(i));
    }
    return shape.toString();
  }

  /** The file that a path is about; empty where it is about none in particular. */
  static String fileId(ApiPath path) {
    for (int i = 1; i < path.size(); i++) {
      boolean file = path.get(i - 1).equals("files") || path.get(i - 1).equals("d");
      if (file && !NO_IDS.contains(path.get(i))) {
        return path.get(i);
      }
    }
    return "";
  }
}
