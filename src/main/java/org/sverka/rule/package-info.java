/**
 * Rules, what they find, and the words in which it is said. Pure; depends on the roadmap and the
 * sheet.
 */
@NullMarked
@CheckReturnValue
package org.sverka.rule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
