package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.sverka.local.MetadataJson.Place;
import org.sverka.local.MetadataJson.Placed;

/** New developer metadata, with an id of the client's choice if it has one. */
final class CreateDeveloperMetadata implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    Params given = request.need("developerMetadata");
    Set<Integer> taken = book.metadataIds();
    int id = given.has("metadataId") ? given.integer("metadataId", 0) : book.fresh(taken::contains);
    if (id <= 0) {
      throw ApiException.invalid("Developer metadata ids must be positive.");
    }
    if (taken.contains(id)) {
      throw ApiException.invalid("Developer metadata with id " + id + " already exists.");
    }
    String key = given.text("metadataKey", "");
    if (key.isEmpty()) {
      throw ApiException.invalid("Developer metadata must specify a key.");
    }
    Place place = MetadataRequests.place(given.need("location"), book);
    String visibility = MetadataRequests.visibility(given.text("visibility"));
    Placed created =
        new Placed(new Metadata(id, key, given.text("metadataValue"), visibility), place);
    MetadataRequests.add(created, book);
    taken.add(id);
    ObjectNode reply = Json.object();
    reply
        .putObject("createDeveloperMetadata")
        .set("developerMetadata", MetadataJson.write(created));
    return reply;
  }
}
