/**
 * The change log: its entries and the chain of hashes that makes a rewritten one show. Pure;
 * depends on the rules for verdicts.
 */
@NullMarked
@CheckReturnValue
package org.sverka.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
