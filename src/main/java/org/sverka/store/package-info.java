/**
 * Keeps state and log in a relational database, and guards the directory in which it lies. Nothing
 * outside knows which database it is. Depends on the ports of {@code sync} and {@code log}.
 */
@NullMarked
@CheckReturnValue
package org.sverka.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
