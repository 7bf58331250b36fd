package org.sverka.local;

import java.time.Clock;
import java.util.function.IntSupplier;

/**
 * What a change needs to know besides the workbook and the request.
 *
 * @param editor who asks
 * @param clock the time
 * @param metadataFollowsSort whether developer metadata goes with the cells of its row on a sort
 * @param ids random positive numbers for new tabs, ranges and metadata
 */
record EditContext(Editor editor, Clock clock, boolean metadataFollowsSort, IntSupplier ids) {}
