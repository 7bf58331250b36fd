/**
 * Words: message bundles, and the normalising of text before it is compared. Pure; depends on
 * nothing of Sverka.
 */
@NullMarked
@CheckReturnValue
package org.sverka.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
