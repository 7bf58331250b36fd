/**
 * What a test may switch on in the embedded sheet: accounts and their tokens, quotas, faults, and
 * the behaviour that no source tells. Decisions only, as values; how they are said on the wire is
 * the concern of {@code org.sverka.local}, which this package does not know.
 */
@NullMarked
@CheckReturnValue
package org.sverka.local.admin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
