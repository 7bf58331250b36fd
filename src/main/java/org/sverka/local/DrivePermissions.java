package org.sverka.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.drive.model.Permission;
import com.google.api.services.drive.model.PermissionList;
import java.util.List;
import java.util.Set;
import org.sverka.local.ApiRequest.Answer;

/**
 * Permissions: kept and given back. Nobody signs in here, so they open and close nothing, and no
 * mail is sent. The owner of every file is the service account.
 */
final class DrivePermissions {
  private static final FieldMask SHORT = FieldMask.parse("kind,id,type,role");
  private static final FieldMask SHORT_LIST =
      FieldMask.parse("kind,permissions(kind,id,type,role)");
  private static final Set<String> ROLES = Set.of("writer", "commenter", "reader");
  private static final Set<String> PEOPLE = Set.of("user", "group");
  private static final String ANYONE = "anyoneWithLink";

  private final DriveCatalog catalog;

  DrivePermissions(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  static ObjectNode owner(DriveSettings settings) {
    DriveUser user = settings.service();
    return Json.object()
        .put("kind", "drive#permission")
        .put("id", user.permissionId())
        .put("type", "user")
        .put("role", "owner")
        .put("emailAddress", user.emailAddress())
        .put("displayName", user.displayName())
        .put("deleted", false)
        .put("pendingOwner", false);
  }

  Answer list(ApiRequest request) {
    DriveParams.require(request, "pageSize", "pageToken");
    FieldMask mask = DriveParams.fields(request, PermissionList.class, SHORT_LIST);
    ObjectNode json = Json.object().put("kind", "drive#permissionList");
    json.set("permissions", all(catalog.need(request.path().get(1))));
    return Answer.ok(mask.filter(json));
  }

  private ArrayNode all(DriveFile file) {
    return Json.array().add(owner(catalog.settings())).addAll(file.grants());
  }

  Answer get(ApiRequest request) {
    DriveParams.require(request);
    FieldMask mask = DriveParams.fields(request, Permission.class, SHORT);
    ArrayNode all = all(catalog.need(request.path().get(1)));
    return Answer.ok(mask.filter(all.get(place(all, request.path().get(3)))));
  }

  Answer create(ApiRequest request) {
    DriveParams.require(request, "sendNotificationEmail", "sendNotificationEmails", "emailMessage");
    FieldMask mask = DriveParams.fields(request, Permission.class, SHORT);
    DriveFile file = catalog.need(request.path().get(1));
    ObjectNode grant = read(new Params(request.body(Permission.class, ""), ""));
    String id = grant.path("id").asText();
    if (id.equals(catalog.settings().service().permissionId())) {
      return Answer.ok(mask.filter(owner(catalog.settings())));
    }
    ArrayNode next = Json.array();
    for (JsonNode old : file.grants()) {
      if (!old.path("id").asText().equals(id)) {
        next.add(old);
      }
    }
    save(request, file, next.add(grant));
    return Answer.ok(mask.filter(grant));
  }

  Answer update(ApiRequest request) {
    DriveParams.require(request);
    FieldMask mask = DriveParams.fields(request, Permission.class, SHORT);
    DriveFile file = catalog.need(request.path().get(1));
    Params body = new Params(request.body(Permission.class, ""), "");
    String role = role(body);
    body.done();
    ArrayNode next = file.grants().deepCopy();
    ObjectNode grant = (ObjectNode) next.get(granted(next, request.path().get(3)));
    grant.put("role", role);
    save(request, file, next);
    return Answer.ok(mask.filter(grant));
  }

  Answer delete(ApiRequest request) {
    DriveParams.require(request);
    DriveFile file = catalog.need(request.path().get(1));
    ArrayNode next = file.grants().deepCopy();
    next.remove(granted(next, request.path().get(3)));
    save(request, file, next);
    return new Answer(204, null);
  }

  private void save(ApiRequest request, DriveFile file, ArrayNode grants) {
    catalog.files().setGrants(file.id(), grants, request.editor(), catalog.now());
  }

  /** The place of a permission that is not the owner's. */
  private int granted(ArrayNode grants, String id) {
    if (id.equals(catalog.settings().service().permissionId())) {
      throw ApiException.unsupported("a file without an owner");
    }
    return place(grants, id);
  }

  private static int place(ArrayNode list, String id) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).path("id").asText().equals(id)) {
        return i;
      }
    }
    throw DriveProblem.notFound("Permission", id, "permissionId");
  }

  private static ObjectNode read(Params body) {
    String type = body.text("type", "");
    if (type.isEmpty()) {
      throw DriveProblem.requiredBody("permission.type", "The permission type field is required.");
    }
    ObjectNode grant = Json.object().put("kind", "drive#permission");
    if (PEOPLE.contains(type)) {
      String address = address(body);
      grant.put("id", DriveUser.permissionId(address)).put("type", type);
      grant.put("emailAddress", address).put("displayName", body.text("displayName", address));
      grant.put("deleted", false);
    } else if (type.equals("domain")) {
      String domain = body.text("domain", "");
      grant.put("id", DriveUser.permissionId(domain) + "k").put("type", type);
      grant.put("domain", domain).put("displayName", domain);
      grant.put("allowFileDiscovery", body.flag("allowFileDiscovery"));
    } else if (type.equals("anyone")) {
      boolean found = body.flag("allowFileDiscovery");
      grant.put("id", found ? "anyone" : ANYONE).put("type", type);
      grant.put("allowFileDiscovery", found);
    } else {
      throw DriveProblem.invalidBody("permission.type", "The specified type is invalid.");
    }
    grant.put("role", role(body));
    body.ignore("kind");
    body.done();
    return grant;
  }

  private static String address(Params body) {
    String address = body.text("emailAddress", "");
    if (!address.contains("@")) {
      throw DriveProblem.invalidBody(
          "permission.emailAddress",
          "The specified emailAddress is invalid or not applicable for the given permission type.");
    }
    return address;
  }

  private static String role(Params body) {
    String role = body.text("role", "");
    if (role.isEmpty()) {
      throw DriveProblem.requiredBody("permission.role", "The permission role field is required.");
    }
    if (List.of("owner", "organizer", "fileOrganizer").contains(role)) {
      throw ApiException.unsupported("the role " + role);
    }
    if (!ROLES.contains(role)) {
      throw DriveProblem.invalidBody("permission.role", "The specified role is invalid.");
    }
    return role;
  }
}
