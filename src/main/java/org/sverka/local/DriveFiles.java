package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.GeneratedIds;
import java.util.List;
import java.util.Optional;
import org.sverka.local.ApiRequest.Answer;

/** The calls on files but for the list: create, get, copy, update, delete. */
final class DriveFiles {
  private static final int MOST_IDS = 1000;
  private static final int IDS = 10;

  private final DriveCatalog catalog;

  DriveFiles(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  Answer create(ApiRequest request) {
    DriveParams.require(request, "ignoreDefaultVisibility");
    Params body = new Params(request.body(File.class, ""), "");
    if (!body.text("mimeType", "").equals(DriveFile.SPREADSHEET)) {
      throw ApiException.unsupported("files that are not spreadsheets");
    }
    String name = body.text("name", "Untitled");
    Optional<String> parent = parent(body);
    body.done();
    WorkbookProperties properties =
        new WorkbookProperties(
            name,
            WorkbookProperties.DEFAULT_LOCALE,
            WorkbookProperties.DEFAULT_ZONE,
            WorkbookProperties.DEFAULT_RECALC);
    Document document =
        catalog
            .sheets()
            .create(properties, draft -> draft.addTab(0, LocalSheets.firstTab(properties)));
    return placed(request, document, parent);
  }

  Answer get(ApiRequest request) {
    DriveParams.require(request);
    return catalog.answer(request, request.path().get(1));
  }

  Answer copy(ApiRequest request) {
    DriveParams.require(request, "ignoreDefaultVisibility");
    Params body = new Params(request.body(File.class, ""), "");
    requireSpreadsheet(body);
    Optional<String> parent = parent(body);
    DriveFile original = catalog.need(request.path().get(1));
    String title = body.text("name", "Copy of " + original.name());
    body.done();
    Document copy = catalog.sheets().copy(catalog.document(original.id()).current(), title);
    return placed(request, copy, parent.or(() -> Optional.of(original.parent())));
  }

  private Answer placed(ApiRequest request, Document document, Optional<String> parent) {
    String id = document.current().id();
    parent
        .filter(folder -> !folder.equals(DriveFile.ROOT))
        .ifPresent(
            folder -> catalog.files().setParent(id, folder, request.editor(), catalog.now()));
    return catalog.answer(request, id);
  }

  /** Renames, moves, and puts into the trash or out of it; all of it is checked first. */
  Answer update(ApiRequest request) {
    DriveParams.require(request, "addParents", "removeParents");
    DriveFile file = catalog.need(request.path().get(1));
    Params body = new Params(request.body(File.class, ""), "");
    requireSpreadsheet(body);
    String name = body.text("name", file.name());
    boolean trashed = body.has("trashed") ? body.flag("trashed") : file.trashed();
    body.done();
    String folder = folder(request, file);
    if (!name.equals(file.name())) {
      rename(request, file.id(), name);
    }
    if (!folder.equals(file.parent())) {
      catalog.files().setParent(file.id(), folder, request.editor(), catalog.now());
    }
    if (trashed != file.trashed()) {
      catalog.files().setTrashed(file.id(), trashed, request.editor(), catalog.now());
    }
    return catalog.answer(request, file.id());
  }

  private void rename(ApiRequest request, String id, String name) {
    catalog
        .document(id)
        .change(
            catalog.sheets().context(request.editor()),
            draft -> draft.setProperties(draft.properties().withTitle(name)));
  }

  private String folder(ApiRequest request, DriveFile file) {
    Optional<String> to = request.text("addParents").map(DriveFile::folder);
    Optional<String> from = request.text("removeParents").map(DriveFile::folder);
    if ((to.isEmpty() && from.isEmpty()) || to.equals(Optional.of(file.parent()))) {
      return file.parent();
    }
    if (to.isEmpty()) {
      throw ApiException.unsupported("a file without a folder");
    }
    if (!from.equals(Optional.of(file.parent()))) {
      throw DriveProblem.forbidden(
          "cannotAddParent", "Increasing the number of parents is not allowed");
    }
    return checkedFolder(to.get());
  }

  Answer delete(ApiRequest request) {
    DriveParams.require(request);
    catalog.sheets().remove(catalog.need(request.path().get(1)).id(), request.editor());
    return new Answer(204, null);
  }

  Answer emptyTrash(ApiRequest request) {
    DriveParams.require(request);
    catalog.files().list(catalog.horizon()).stream()
        .filter(DriveFile::trashed)
        .forEach(file -> catalog.sheets().remove(file.id(), request.editor()));
    return new Answer(204, null);
  }

  Answer generateIds(ApiRequest request) {
    DriveParams.require(request, "count", "space", "type");
    long count = DriveParams.number(request.text("count").orElse("" + IDS), "count");
    if (count < 1 || count > MOST_IDS) {
      throw DriveProblem.invalid("count");
    }
    if (!request.text("space").orElse("drive").equals("drive")
        || !request.text("type").orElse("files").equals("files")) {
      throw ApiException.unsupported("ids for other spaces or types");
    }
    var json = Json.object().put("kind", "drive#generatedIds").put("space", "drive");
    ArrayNode ids = json.putArray("ids");
    while (ids.size() < count) {
      ids.add(catalog.sheets().newId());
    }
    return Answer.ok(DriveParams.fields(request, GeneratedIds.class, FieldMask.ALL).filter(json));
  }

  private static void requireSpreadsheet(Params body) {
    if (!body.text("mimeType", DriveFile.SPREADSHEET).equals(DriveFile.SPREADSHEET)) {
      throw ApiException.unsupported("files that are not spreadsheets");
    }
  }

  private Optional<String> parent(Params body) {
    List<String> parents = body.texts("parents");
    if (parents.size() > 1) {
      throw DriveProblem.forbidden(
          "multipleParentsNotSupported", "A file cannot have more than one parent.");
    }
    return parents.stream().findFirst().map(DriveFile::folder).map(this::checkedFolder);
  }

  private String checkedFolder(String id) {
    if (catalog.files().find(id, Horizon.NONE).isPresent()) {
      throw DriveProblem.forbidden("parentNotAFolder", "The specified parent is not a folder.");
    }
    return id;
  }
}
