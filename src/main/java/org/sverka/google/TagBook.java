package org.sverka.google;

import com.google.api.services.sheets.v4.model.DataFilter;
import com.google.api.services.sheets.v4.model.DeleteDeveloperMetadataRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DeveloperMetadataLookup;
import com.google.api.services.sheets.v4.model.DimensionProperties;
import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tags of a tab's rows, or of its columns, followed through a batch: a tag is replaced by
 * deleting, by their ids, those that were just seen there, and making a new one. Deleting by place
 * or value would depend on what Google does when nothing matches, which is not known.
 */
final class TagBook {
  private final int sheetId;
  private final String dimension;
  private final String key;
  private final String owner;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Integer> taken;

  /**
   * @param owner what the ids of new tags depend on besides their value
   * @param taken ids in use anywhere in the tab; shared by the books of one batch
   */
  TagBook(
      int sheetId,
      String dimension,
      String key,
      String owner,
      List<DimensionProperties> seen,
      Set<Integer> taken) {
    this.sheetId = sheetId;
    this.dimension = dimension;
    this.key = key;
    this.owner = owner;
    this.taken = taken;
    for (DimensionProperties line : seen) {
      List<Integer> own = new ArrayList<>();
      for (DeveloperMetadata tag : Absent.list(line.getDeveloperMetadata())) {
        if (key.equals(tag.getMetadataKey())) {
          own.add(Absent.number(tag.getMetadataId()));
        }
      }
      lines.add(new Line(own, false));
    }
  }

  /** A line was inserted; those from there on have moved. */
  void insert(int index) {
    grow(index);
    lines.add(index, new Line(new ArrayList<>(), true));
  }

  /** Lines are gone; those after them have moved. */
  void delete(int index, int count) {
    grow(index + count);
    lines.subList(index, index + count).clear();
  }

  /** Whether the line was inserted by this batch. */
  boolean isInserted(int index) {
    return index < lines.size() && lines.get(index).inserted();
  }

  /** Sets the tag of a line; the empty value removes it. */
  List<Request> tag(int index, String value) {
    grow(index + 1);
    List<Request> requests = new ArrayList<>();
    List<Integer> ids = lines.get(index).ids();
    for (int id : ids) {
      requests.add(delete(id));
      taken.remove(id);
    }
    ids.clear();
    if (!value.isEmpty()) {
      int id = Ids.free(Ids.of(owner, String.valueOf(sheetId), key, value), taken);
      taken.add(id);
      ids.add(id);
      requests.add(Requests.metadata(id, key, value, Requests.at(sheetId, dimension, index)));
    }
    return requests;
  }

  private void grow(int size) {
    while (lines.size() < size) {
      lines.add(new Line(new ArrayList<>(), false));
    }
  }

  /** Deletes one piece of metadata. */
  static Request delete(int id) {
    return new Request()
        .setDeleteDeveloperMetadata(
            new DeleteDeveloperMetadataRequest()
                .setDataFilter(
                    new DataFilter()
                        .setDeveloperMetadataLookup(
                            new DeveloperMetadataLookup().setMetadataId(id))));
  }

  /** The ids of the tags on a line, which change with the batch. */
  private record Line(List<Integer> ids, boolean inserted) {}
}
