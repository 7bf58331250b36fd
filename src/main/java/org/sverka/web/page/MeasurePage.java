package org.sverka.web.page;

import java.util.List;

/**
 * The page of one measure.
 *
 * @param history newest first
 * @param logHref the log of this measure, if the history does not hold all of it; else empty
 * @param previousHref the measure before it; empty for the first
 * @param nextHref the measure after it; empty for the last
 */
public record MeasurePage(
    String section,
    MeasureRow measure,
    List<EntryView> history,
    String logHref,
    String previousHref,
    String nextHref) {}
