package org.sverka.local;

import org.jspecify.annotations.Nullable;

/**
 * A developer metadata item. Where it hangs is said by who holds it: a row, a column, a tab or the
 * workbook.
 */
record Metadata(int id, String key, @Nullable String value, String visibility) {}
