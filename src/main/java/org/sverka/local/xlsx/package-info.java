/**
 * Files of the Office Open XML kind ({@code .xlsx}, ECMA-376) as strangers send them: opened within
 * limits, read to plain values, refused in words that the sender understands. Knows nothing of
 * workbooks.
 */
@NullMarked
@CheckReturnValue
package org.sverka.local.xlsx;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
