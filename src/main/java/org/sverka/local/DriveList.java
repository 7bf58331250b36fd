package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.services.drive.model.FileList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sverka.local.ApiRequest.Answer;

/**
 * {@code files.list}. A page begins after the last file of the one before, whatever has changed.
 */
final class DriveList {
  private static final FieldMask SHORT =
      FieldMask.parse("kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)");
  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final DriveCatalog catalog;

  DriveList(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  Answer list(ApiRequest request) {
    DriveParams.require(
        request, "q", "orderBy", "pageSize", "pageToken", "spaces", "corpora", "corpus");
    requireMyDrive(request);
    int size = DriveParams.pageSize(request, PAGE, LARGEST_PAGE);
    Comparator<DriveFile> order = DriveOrder.parse(request.text("orderBy").orElse(""));
    String query = request.text("q").orElse("");
    Predicate<DriveFile> wanted = DriveQuery.parse(query, catalog.settings());
    String subject = query + "\n" + request.text("orderBy").orElse("");
    Optional<DriveFile> last =
        request
            .text("pageToken")
            .filter(token -> !token.isEmpty())
            .map(token -> DrivePageToken.read(token, subject));
    FieldMask mask = DriveParams.fields(request, FileList.class, SHORT);
    List<DriveFile> rest =
        catalog.files().list(catalog.horizon()).stream()
            .filter(wanted)
            .filter(file -> last.isEmpty() || order.compare(file, last.get()) > 0)
            .sorted(order)
            .toList();
    return Answer.ok(mask.filter(page(request, rest, size, subject)));
  }

  private ObjectNode page(ApiRequest request, List<DriveFile> rest, int size, String subject) {
    ObjectNode json = Json.object().put("kind", "drive#fileList").put("incompleteSearch", false);
    if (rest.size() > size) {
      json.put("nextPageToken", DrivePageToken.write(rest.get(size - 1), subject));
    }
    DriveFileJson writer = new DriveFileJson(catalog.settings(), request.baseUrl());
    ArrayNode files = json.putArray("files");
    rest.stream().limit(size).forEach(file -> files.add(writer.write(file)));
    return json;
  }

  private static void requireMyDrive(ApiRequest request) {
    String spaces = request.text("spaces").orElse("drive");
    String corpora = request.text("corpora").or(() -> request.text("corpus")).orElse("user");
    if (!spaces.equals("drive") || !List.of("user", "allDrives", "default").contains(corpora)) {
      throw ApiException.unsupported("other spaces and corpora than the user's own");
    }
  }
}
