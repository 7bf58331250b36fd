/**
 * A transparency log as c2sp.org/tlog-tiles has it: Merkle tree hashes (RFC 6962), tiles, signed
 * checkpoints. Pure; knows nothing of what the entries say.
 */
@NullMarked
@CheckReturnValue
package org.sverka.tlog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
