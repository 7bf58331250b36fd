package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.CommentList;
import java.util.Set;
import org.sverka.local.ApiRequest.Answer;

/** What little there is to say of the account, and of comments: there are none. */
final class DriveAbout {
  private static final Set<String> KNOWN = Set.of("kind", "user");

  private final DriveCatalog catalog;

  DriveAbout(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  Answer about(ApiRequest request) {
    DriveParams.require(request);
    FieldMask mask = DriveParams.neededFields(request, About.class);
    if (!KNOWN.containsAll(mask.children().keySet()) || mask.has("storageQuota")) {
      throw ApiException.unsupported("about, but for kind and user");
    }
    ObjectNode json = Json.object().put("kind", "drive#about");
    json.set("user", catalog.settings().service().json(true));
    return Answer.ok(mask.filter(json));
  }

  Answer comments(ApiRequest request) {
    DriveParams.require(request, "includeDeleted", "pageSize", "pageToken", "startModifiedTime");
    FieldMask mask = DriveParams.neededFields(request, CommentList.class);
    catalog.require(request.path().get(1));
    ObjectNode json = Json.object().put("kind", "drive#commentList");
    json.putArray("comments");
    return Answer.ok(mask.filter(json));
  }
}
