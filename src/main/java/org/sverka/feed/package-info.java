/**
 * The public forms of a roadmap: the feed, the log and the list as JSON bytes, the filters that
 * they understand, and the cache that keeps what was rendered. Knows no HTTP; depends on what the
 * loop publishes.
 */
@NullMarked
@CheckReturnValue
package org.sverka.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
