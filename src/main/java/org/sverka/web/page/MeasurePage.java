package org.sverka.web.page;

import java.util.List;

/**
 * The page of one measure.
 *
 * @param history newest first
 * @param logHref the log of this measure, if the history does not hold all of it; else empty
 */
public record MeasurePage(
    String section, MeasureRow measure, List<EntryView> history, String logHref) {}
