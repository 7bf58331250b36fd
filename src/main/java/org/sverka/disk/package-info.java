/** Files that must not be half written, nor read by others. Knows no other package. */
@NullMarked
@CheckReturnValue
package org.sverka.disk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
