/**
 * The editing surface: columns, cells, one moment's snapshot, changes to it, and the port through
 * which it is reached. Pure; depends on the roadmap alone.
 */
@NullMarked
@CheckReturnValue
package org.sverka.sheet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
