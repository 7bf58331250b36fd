package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of request in a {@code batchUpdate}. */
interface RequestHandler {

  /**
   * Changes the draft. What it throws undoes the whole batch.
   *
   * @param request the request's own message; what is not read of it is declined
   * @return the reply; empty for most kinds
   */
  ObjectNode apply(Params request, WorkbookDraft book);

  /** The reply of most kinds. */
  static ObjectNode nothing() {
    return Json.object();
  }
}
