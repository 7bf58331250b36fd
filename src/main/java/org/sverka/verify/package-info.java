/**
 * Checks a log from outside, as anybody could who has read docs/log.md: shares no code with what
 * wrote it, so that a mistake made there is not made here again. Needs the JDK and Jackson alone.
 */
@NullMarked
@CheckReturnValue
package org.sverka.verify;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
