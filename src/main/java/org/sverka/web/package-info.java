/**
 * The two HTTP servers: the public one with the feed and the pages, and the operator's. Routes,
 * conditional requests, problem details. Depends on the feed and on what the loop publishes.
 */
@NullMarked
@CheckReturnValue
package org.sverka.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
