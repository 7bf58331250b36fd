package org.sverka.google;

import com.google.api.services.sheets.v4.model.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.sverka.sheet.Layout;
import org.sverka.sheet.SheetChange.NewRow;

/** Everything that a tab needs, in an order in which each part finds what it builds on. */
record Provisioning(Layout layout, String roadmapId, Supplier<String> account, TabKind kind) {
  /** For the roadmap's own tab. */
  Provisioning(Layout layout, String roadmapId, Supplier<String> account) {
    this(layout, roadmapId, account, TabKind.TABLE);
  }

  /** The requests for what is missing; none if the tab stands as it should. */
  List<Request> missing(Structure structure, List<NewRow> rowsIfNew) {
    List<Concern> concerns =
        List.of(
            new TabConcern(layout, rowsIfNew, kind.index()),
            new LookConcern(layout, rowsIfNew),
            new TagConcern(layout, rowsIfNew, roadmapId, kind),
            new ChoiceConcern(layout, rowsIfNew),
            new ProtectionConcern(layout, account.get(), kind),
            new ColourConcern(layout, kind));
    List<Request> requests = new ArrayList<>();
    concerns.forEach(concern -> requests.addAll(concern.missing(structure)));
    return requests;
  }
}
