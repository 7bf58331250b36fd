package org.sverka.google;

import com.google.api.services.sheets.v4.model.DeveloperMetadataLocation;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.sverka.sheet.Column;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;
import org.sverka.sheet.Tag;

/**
 * The tags of the tab and its columns, and of the rows that are made with it. The rows of a tab
 * that stands are tagged by the turn of the loop, which judges which row is which.
 */
record TagConcern(Layout layout, List<NewRow> rows, String roadmapId, TabKind kind)
    implements Concern {
  @Override
  public List<Request> missing(Structure structure) {
    Set<Integer> taken = new HashSet<>(structure.metadataIds());
    List<Request> requests = new ArrayList<>();
    if (!structure.bears(kind.tag(), roadmapId)) {
      requests.add(tab(structure, kind.tag(), roadmapId, taken));
    }
    TagBook columns = columnBook(structure, taken);
    for (Column column : layout.columns()) {
      OptionalInt untagged = untagged(structure, column);
      if (untagged.isPresent()) {
        requests.addAll(columns.tag(untagged.getAsInt(), column.key()));
      }
    }
    if (structure.isNew()) {
      requests.addAll(rowTags(structure, taken));
    }
    return requests;
  }

  /** Metadata on the tab itself. */
  static Request tab(Structure structure, String key, String value, Set<Integer> taken) {
    int sheetId = structure.sheetId();
    int id = Ids.free(Ids.of(key, String.valueOf(sheetId)), taken);
    taken.add(id);
    return Requests.metadata(id, key, value, new DeveloperMetadataLocation().setSheetId(sheetId));
  }

  private static OptionalInt untagged(Structure structure, Column column) {
    OptionalInt place = structure.place(column);
    boolean tagged =
        place.isPresent()
            && !structure.isNew()
            && structure.columnTag(place.getAsInt()).equals(column.key());
    return tagged ? OptionalInt.empty() : place;
  }

  private List<Request> rowTags(Structure structure, Set<Integer> taken) {
    TagBook book =
        new TagBook(
            structure.sheetId(),
            Areas.ROWS,
            Tag.ROW,
            roadmapId,
            structure.grid().rowMetadata(),
            taken);
    List<Request> requests = new ArrayList<>(book.tag(0, Tag.HEADER));
    for (int i = 0; i < rows.size(); i++) {
      requests.addAll(book.tag(i + 1, rows.get(i).tag()));
    }
    return requests;
  }

  private TagBook columnBook(Structure structure, Set<Integer> taken) {
    return new TagBook(
        structure.sheetId(),
        Areas.COLUMNS,
        Tag.COLUMN,
        roadmapId,
        structure.grid().columnMetadata(),
        taken);
  }
}
