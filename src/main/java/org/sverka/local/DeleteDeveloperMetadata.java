package org.sverka.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sverka.local.MetadataJson.Placed;

/** All metadata that the filter finds goes. */
final class DeleteDeveloperMetadata implements RequestHandler {
  @Override
  public ObjectNode apply(Params request, WorkbookDraft book) {
    ObjectNode reply = Json.object();
    ArrayNode deleted =
        reply.putObject("deleteDeveloperMetadata").putArray("deletedDeveloperMetadata");
    for (Placed placed : MetadataRequests.find(request.need("dataFilter"), book)) {
      MetadataRequests.remove(placed, book);
      deleted.add(MetadataJson.write(placed));
    }
    book.forgetMetadataIds();
    return reply;
  }
}
