/**
 * The reconciler, which decides as a pure function, and the loop around it that reads, commits,
 * writes back and publishes.
 */
@NullMarked
@CheckReturnValue
package org.sverka.sync;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
