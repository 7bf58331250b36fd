/**
 * Texts and their forms: message bundles, the normalising of text before it is compared, canonical
 * JSON, digests. Pure; depends on nothing of Sverka.
 */
@NullMarked
@CheckReturnValue
package org.sverka.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
