package org.sverka.google;

import com.google.api.services.sheets.v4.model.Request;
import java.util.List;

/** One thing that a tab needs. Pure: what to ask for follows from how the tab stands. */
interface Concern {
  /** The requests for what is missing; none if nothing is. */
  List<Request> missing(Structure structure);
}
