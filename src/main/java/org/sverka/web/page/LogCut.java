package org.sverka.web.page;

import java.util.List;
import java.util.Map;
import org.sverka.log.SealedEntry;

/**
 * A stretch of the log that was read for a page.
 *
 * @param query the filters that it was read by, name to value
 * @param entries newest first
 * @param first whether it begins with the newest
 * @param next the number to go on below; 0 if there is nothing more
 */
public record LogCut(
    Map<String, String> query, List<SealedEntry> entries, boolean first, long next) {}
