/**
 * The embedded sheet: a small spreadsheet server with the HTTP surface of Google Sheets v4 and
 * Drive v3, as far as Sverka uses them, over a store of its own. An immutable workbook, handlers
 * that turn one workbook into the next, and a thin shell of HTTP and SQLite around them. Knows
 * nothing of roadmaps; no other package may look inside.
 */
@NullMarked
@CheckReturnValue
package org.sverka.local;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
