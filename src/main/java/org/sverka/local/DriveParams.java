package org.sverka.local;

import com.google.api.client.json.GenericJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the calls of Drive have in common in their parameters. */
final class DriveParams {
  /** They tell apart what is one here: there are no shared drives, labels or views. */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          "supportsAllDrives",
          "supportsTeamDrives",
          "includeItemsFromAllDrives",
          "includeTeamDriveItems",
          "includeCorpusRemovals",
          "enforceSingleParent",
          "acknowledgeAbuse",
          "includeLabels",
          "includePermissionsForView",
          "useDomainAdminAccess",
          "restrictToMyDrive");

  private DriveParams() {}

  /** Declines parameters that this call does not know. */
  static void require(ApiRequest request, String... known) {
    requireFormat(request, "json");
    requireKnown(request, known);
  }

  /** The same for a download, which may be asked for as such. */
  static void requireDownload(ApiRequest request, String... known) {
    requireFormat(request, "media");
    requireKnown(request, known);
  }

  private static void requireFormat(ApiRequest request, String format) {
    String alt = request.text("alt").orElse("json");
    if (!alt.equals("json") && !alt.equals(format)) {
      throw ApiException.unsupported("alt=" + alt);
    }
  }

  private static void requireKnown(ApiRequest request, String... known) {
    List<String> all = new ArrayList<>(WITHOUT_EFFECT);
    all.addAll(List.of(known));
    request
        .unknownQuery(all)
        .ifPresent(
            name -> {
              throw ApiException.unsupported(name);
            });
  }

  /** A page's size. Says 400 where it is none. */
  static int pageSize(ApiRequest request, int usual, int largest) {
    Optional<String> given = request.text("pageSize");
    if (given.isEmpty()) {
      return usual;
    }
    long size = number(given.get(), "pageSize");
    if (size < 1 || size > largest) {
      throw DriveProblem.invalidParameter(
          "pageSize",
          "Invalid value '" + size + "'. Values must be within the range: [1, " + largest + "]");
    }
    return (int) size;
  }

  static long number(String text, String name) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw DriveProblem.invalid(name);
    }
  }

  /** What of the answer is wanted. Says 400 where the mask names what is not in it. */
  static FieldMask fields(
      ApiRequest request, Class<? extends GenericJson> type, FieldMask otherwise) {
    try {
      return request.fields(type).orElse(otherwise);
    } catch (ApiException e) {
      throw DriveProblem.invalidParameter(
          "fields", "Invalid field selection " + request.text("fields").orElse(""));
    }
  }

  /** The same where the mask must be given. */
  static FieldMask neededFields(ApiRequest request, Class<? extends GenericJson> type) {
    if (request.text("fields").orElse("").isBlank()) {
      throw DriveProblem.required("fields", "The 'fields' parameter is required for this method.");
    }
    return fields(request, type, FieldMask.ALL);
  }
}
