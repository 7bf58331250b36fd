package org.sverka.local;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sverka.local.admin.Api;
import org.sverka.local.admin.Role;

/** The operations of Drive v3 by the shape of a request, as far as spreadsheets need them. */
final class DriveOperations {
  private static final String SERVICE = "google.apps.drive.v3.Drive";
  private static final String SCOPE = "https://www.googleapis.com/auth/";
  private static final Set<String> WRITE = Set.of(SCOPE + "drive", SCOPE + "drive.file");
  private static final Set<String> CONTENT =
      Set.of(SCOPE + "drive", SCOPE + "drive.file", SCOPE + "drive.readonly");
  private static final Set<String> METADATA =
      Set.of(
          SCOPE + "drive",
          SCOPE + "drive.file",
          SCOPE + "drive.readonly",
          SCOPE + "drive.metadata",
          SCOPE + "drive.metadata.readonly");

  /** What all calls of one shape have in common. */
  private record Kind(String name, boolean reads, Set<String> scopes, Role role) {}

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("GET about", reads("About.Get", METADATA, Role.NONE)),
          Map.entry("GET files", reads("Files.List", METADATA, Role.NONE)),
          Map.entry("POST files", writes("Files.Create", Role.NONE)),
          Map.entry("GET files/id", reads("Files.Get", METADATA, Role.READER)),
          Map.entry("PATCH files/id", writes("Files.Update", Role.WRITER)),
          Map.entry("DELETE files/id", writes("Files.Delete", Role.OWNER)),
          Map.entry("POST files/id/copy", writes("Files.Copy", Role.READER)),
          Map.entry("GET files/id/export", reads("Files.Export", CONTENT, Role.READER)),
          Map.entry("GET d/id/export", reads("Files.Export", CONTENT, Role.READER)),
          Map.entry("PATCH v3/files/id", writes("Files.Update", Role.WRITER)),
          Map.entry("PUT v2/files/id", writes("Files.Update", Role.WRITER)),
          Map.entry("DELETE files/trash", writes("Files.EmptyTrash", Role.NONE)),
          Map.entry("GET files/generateIds", writes("Files.GenerateIds", Role.NONE)),
          Map.entry("GET files/id/comments", reads("Comments.List", CONTENT, Role.READER)),
          Map.entry("GET files/id/permissions", reads("Permissions.List", METADATA, Role.READER)),
          Map.entry("POST files/id/permissions", writes("Permissions.Create", Role.WRITER)),
          Map.entry("GET files/id/permissions/id", reads("Permissions.Get", METADATA, Role.READER)),
          Map.entry("PATCH files/id/permissions/id", writes("Permissions.Update", Role.WRITER)),
          Map.entry("DELETE files/id/permissions/id", writes("Permissions.Delete", Role.WRITER)),
          Map.entry("POST files/id/watch", reads("Files.Watch", METADATA, Role.READER)),
          Map.entry("GET files/id/revisions", reads("Revisions.List", METADATA, Role.WRITER)),
          Map.entry("GET files/id/revisions/id", reads("Revisions.Get", METADATA, Role.WRITER)),
          Map.entry("GET changes", reads("Changes.List", METADATA, Role.NONE)),
          Map.entry("POST changes/watch", reads("Changes.Watch", METADATA, Role.NONE)),
          Map.entry(
              "GET changes/startPageToken",
              reads("Changes.GetStartPageToken", METADATA, Role.NONE)),
          Map.entry("POST channels/stop", reads("Channels.Stop", METADATA, Role.NONE)));

  private DriveOperations() {}

  static Optional<Operation> find(ApiRequest request) {
    ApiPath path = request.path();
    return Optional.ofNullable(KINDS.get(request.method() + " " + DriveRoutes.shape(path)))
        .map(
            kind ->
                new Operation(
                    Api.DRIVE,
                    SERVICE + kind.name(),
                    kind.reads(),
                    DriveRoutes.fileId(path),
                    kind.scopes(),
                    kind.role()));
  }

  private static Kind reads(String name, Set<String> scopes, Role role) {
    return new Kind(name, true, scopes, role);
  }

  private static Kind writes(String name, Role role) {
    return new Kind(name, false, WRITE, role);
  }
}
