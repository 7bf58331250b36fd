package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes files as Drive v3 does. What no file here can have is left out, as Drive does. */
final class DriveFileJson {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> CAPABILITIES =
      List.of(
          "canCopy",
          "canDelete",
          "canDownload",
          "canEdit",
          "canModifyContent",
          "canReadRevisions",
          "canRename",
          "canShare",
          "canTrash",
          "canUntrash");

  private final DriveSettings settings;
  private final String baseUrl;

  DriveFileJson(DriveSettings settings, String baseUrl) {
    this.settings = settings;
    this.baseUrl = baseUrl;
  }

  static String time(Instant moment) {
    return TIME.format(moment);
  }

  ObjectNode write(DriveFile file) {
    ObjectNode json = Json.object();
    json.put("kind", "drive#file").put("id", file.id()).put("name", file.name());
    json.put("mimeType", DriveFile.SPREADSHEET)
        .put("starred", false)
        .put("trashed", file.trashed())
        .put("explicitlyTrashed", file.trashed());
    json.putArray("parents").add(file.parent());
    json.putArray("spaces").add("drive");
    json.put("version", Long.toString(file.version()));
    json.put("webViewLink", baseUrl + "/spreadsheets/d/" + file.id() + "/edit");
    json.put("createdTime", time(file.createdAt())).put("modifiedTime", time(file.modifiedAt()));
    people(json, file);
    ObjectNode capabilities = json.putObject("capabilities");
    CAPABILITIES.forEach(name -> capabilities.put(name, true));
    json.put("copyRequiresWriterPermission", false).put("writersCanShare", true);
    links(json.putObject("exportLinks"), file.id());
    return json;
  }

  private void people(ObjectNode json, DriveFile file) {
    json.putArray("owners").add(settings.service().json(true));
    json.set(
        "lastModifyingUser", settings.user(file.editor()).json(file.editor() == Editor.SERVICE));
    json.put("ownedByMe", true).put("shared", !file.grants().isEmpty());
    ArrayNode permissions = json.putArray("permissions").add(DrivePermissions.owner(settings));
    permissions.addAll(file.grants());
    ArrayNode ids = json.putArray("permissionIds");
    permissions.forEach(permission -> ids.add(permission.get("id")));
  }

  private void links(ObjectNode json, String id) {
    Exporters.FORMATS.forEach(
        (format, type) -> {
          if (Exporters.BY_TYPE.containsKey(type)) {
            json.put(type, baseUrl + "/spreadsheets/d/" + id + "/export?format=" + format);
          }
        });
  }
}
