/**
 * The signed document: its model, the reader of its text, its canonical JSON. Pure; depends on
 * nothing else of Sverka.
 */
@NullMarked
@CheckReturnValue
package org.sverka.roadmap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
