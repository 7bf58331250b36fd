package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sverka.local.MetadataJson.Place;
import org.sverka.local.MetadataJson.Placed;

/** Changes the masked fields of all metadata that the filters find. */
final class UpdateDeveloperMetadata implements RequestHandler {
  private static final List<String> KNOWN =
      List.of("metadataKey", "metadataValue", "location", "visibility");

  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    FieldMask mask = request.fields();
    Masks.requireOnly(mask, KNOWN);
    Params given = request.need("developerMetadata");
    given.ignore("metadataId");
    String key = given.text("metadataKey");
    String value = given.text("metadataValue");
    String visibility = given.text("visibility");
    var location = given.child("location").map(place -> MetadataRequests.place(place, book));
    ObjectNode reply = Json.object();
    ArrayNode changed = reply.putObject("updateDeveloperMetadata").putArray("developerMetadata");
    for (Params filter : request.children("dataFilters")) {
      for (Placed before : MetadataRequests.find(filter, book)) {
        Metadata old = before.metadata();
        Metadata next =
            new Metadata(
                old.id(),
                mask.has("metadataKey") && key != null ? key : old.key(),
                mask.has("metadataValue") ? value : old.value(),
                mask.has("visibility")
                    ? MetadataRequests.visibility(visibility)
                    : old.visibility());
        Place place = mask.has("location") ? location.orElse(before.place()) : before.place();
        MetadataRequests.remove(before, book);
        Placed after = new Placed(next, place);
        MetadataRequests.add(after, book);
        changed.add(MetadataJson.write(after));
      }
    }
    return reply;
  }
}
