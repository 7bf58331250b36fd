package org.sverka.local;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sverka.local.ApiRequest.Answer;

/**
 * {@code /upload/drive}: a table of comma-separated values takes the place of everything in a
 * spreadsheet, in one tab that is named after the file, as Google converts it.
 */
final class DriveUpload {
  private static final int ROWS = 1000;
  private static final int COLUMNS = 26;
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

  private final DriveCatalog catalog;

  DriveUpload(DriveCatalog catalog) {
    this.catalog = catalog;
  }

  /** {@code PUT /upload/drive/v2/files/{id}?uploadType=media}. */
  Answer updateV2(ApiRequest request) {
    requireMedia(request, "convert");
    String id = request.path().get(2);
    replace(request, id);
    FieldMask mask =
        request
            .text("fields")
            .filter(text -> !text.isBlank())
            .map(FieldMask::parse)
            .orElse(FieldMask.ALL);
    return Answer.ok(mask.filter(version2(catalog.need(id), request.baseUrl())));
  }

  /** {@code PATCH /upload/drive/v3/files/{id}?uploadType=media}. */
  Answer update(ApiRequest request) {
    requireMedia(request);
    String id = request.path().get(2);
    replace(request, id);
    return catalog.answer(request, id);
  }

  private static void requireMedia(ApiRequest request, String... known) {
    DriveParams.require(request, known);
    String kind = request.text("uploadType").orElse("");
    if (!kind.equals("media")) {
      throw ApiException.unsupported("uploadType=" + kind);
    }
    String type = request.contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!type.equals("text/csv")) {
      throw ApiException.unsupported("uploads of the type " + type);
    }
    if (request.editor() == Editor.PERSON) {
      throw ApiException.unsupported("uploads from the page");
    }
  }

  private void replace(ApiRequest request, String id) {
    Document document = catalog.document(id);
    ArrayNode values = read(request.body());
    int rows = Math.max(ROWS, values.size());
    int columns = Math.max(COLUMNS, ValuesWriter.longest(values));
    document.change(
        catalog.sheets().context(request.editor()),
        draft -> {
          int sheetId = draft.freshSheetId();
          TabProperties properties = TabProperties.titled(draft.properties().title());
          draft.addTab(0, Tab.blank(sheetId, properties, rows, columns));
          while (draft.tabCount() > 1) {
            draft.removeTab(1);
          }
          GridRange all = new GridRange(sheetId, 0, rows, 0, columns);
          var unused =
              new ValuesWriter(draft, ValuesWriter.Input.USER_ENTERED)
                  .writeAt(draft.grid(sheetId), all, Dimension.ROWS, values);
        });
  }

  private static ArrayNode read(Buffer body) {
    String text = body.toString(StandardCharsets.UTF_8);
    ArrayNode values = Json.array();
    try (MappingIterator<String[]> lines =
        CSV.readerFor(String[].class)
            .readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      while (lines.hasNext()) {
        ArrayNode line = values.addArray();
        for (String cell : lines.next()) {
          line.add(cell);
        }
      }
      return values;
    } catch (IOException e) {
      throw DriveProblem.of(400, "global", "badRequest", "Bad Request");
    }
  }

  /** A file in the words of Drive v2, as far as they are about the same. */
  private ObjectNode version2(DriveFile file, String baseUrl) {
    ObjectNode json = Json.object().put("kind", "drive#file").put("id", file.id());
    json.put("title", file.name()).put("mimeType", DriveFile.SPREADSHEET);
    ObjectNode labels = json.putObject("labels");
    labels.put("starred", false).put("hidden", false).put("trashed", file.trashed());
    json.put("explicitlyTrashed", file.trashed());
    json.put("createdDate", DriveFileJson.time(file.createdAt()));
    json.put("modifiedDate", DriveFileJson.time(file.modifiedAt()));
    json.put("version", Long.toString(file.version()));
    json.put("alternateLink", baseUrl + "/spreadsheets/d/" + file.id() + "/edit");
    json.put("editable", true).put("copyable", true).put("writersCanShare", true);
    json.put("shared", !file.grants().isEmpty());
    json.putArray("parents")
        .addObject()
        .put("kind", "drive#parentReference")
        .put("id", file.parent())
        .put("isRoot", file.parent().equals(DriveFile.ROOT));
    json.putArray("spaces").add("drive");
    return json;
  }
}
