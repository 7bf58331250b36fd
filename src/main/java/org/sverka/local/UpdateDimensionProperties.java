package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Sizes of rows or columns, and whether they are hidden. */
final class UpdateDimensionProperties implements RequestHandler {
  private static final int LARGEST = 2000;

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, List.of("pixelSize", "hiddenByUser", "hiddenByFilter"));
    Params given = request.child("properties").orElseGet(() -> new Params(Json.object(), ""));
    given.ignore("hiddenByFilter");
    int size = given.integer("pixelSize", 0);
    boolean hidden = given.flag("hiddenByUser");
    Ranges.Lines lines = Ranges.Lines.read(request.need("range"));
    TabDraft tab = book.grid(lines.sheetId());
    int end = lines.endOn(tab);
    if (mask.has("pixelSize") && (size < 0 || size > LARGEST)) {
      throw ApiException.invalid("pixelSize[" + size + "] must be between 0 and " + LARGEST + ".");
    }
    for (int i = lines.start(); i < end; i++) {
      tab.changeLine(
          lines.dimension(),
          i,
          line -> {
            Line sized = mask.has("pixelSize") ? line.withSize(size) : line;
            return mask.has("hiddenByUser") ? sized.withHidden(hidden) : sized;
          });
    }
    return RequestHandler.nothing();
  }
}
