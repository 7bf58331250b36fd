/** The commands, and the one place where everything is wired together. May use every package. */
@NullMarked
@CheckReturnValue
package org.sverka.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
